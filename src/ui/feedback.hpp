#pragma once
// What tells people where things stand: empty lists, notices, progress, figures, chips, dialogs, comments.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/clock.hpp"
#include "core/html.hpp"
#include "ui/icon.hpp"
#include "ui/page.hpp"
#include "ui/person.hpp"

namespace ui {

/// A list with nothing in it: says why, and offers what to do.
struct Empty {
  Icon icon = {};
  std::string_view title = {};  ///< «Personne n’a encore répondu.»
  std::string_view text = {};
  std::optional<html::Url> href = {};
  std::string_view link = {};
};
void empty_state(html::Out& out, const Empty& empty);

/// A line that stays on the page (flash lines come and go: ui/page.hpp).
void notice(html::Out& out, Flash::Tone tone, std::string_view text);

/// Work under way, such as an import or a mailing. Send it again by Turbo Stream under its id.
struct Progress {
  std::string id = {};
  std::string_view label = {};    ///< «Envoi des invitations»
  long long done = 0, total = 0;  ///< total 0: not known yet
  std::string_view detail = {};   ///< «2 adresses refusées»
  bool finished = false;
};
void progress(html::Out& out, const Progress& progress);

enum class Tone { plain, accent, good, warning, bad };
/// A word about something: role, list, zone, state.
void chip(html::Out& out, std::string_view label, Tone tone = Tone::plain);

/// Figures side by side: «412 portes».
struct Stat {
  std::string value = {}, label = {};
};
void stats(html::Out& out, std::span<const Stat> stats);

/// Names and what they are. Empty values are left out.
struct Definition {
  std::string name = {}, value = {};
};
void definitions(html::Out& out, std::span<const Definition> definitions);

/// A bordered block with an optional title (h2).
template <class Body>
void panel(html::Out& out, std::string_view title, Body&& body) {
  out(R"(<section class="panel">)");
  if (!title.empty()) out("<h2>{}</h2>", title);
  body();
  out("</section>");
}

/// A block that unfolds, script or not.
template <class Body>
void disclosure(html::Out& out, std::string_view title, bool open, Body&& body) {
  out(R"(<details class="fold" {}><summary>{}{}</summary><div class="stack">)", html::Flag("open", open), title,
      icon("chevron-down"));
  body();
  out("</div></details>");
}

/// A dialog and the button that opens it. Without script the button's link shows it in place.
template <class Body>
void dialog(html::Out& out, std::string_view id, std::string_view opener, std::string_view title, Body&& body) {
  out(R"(<div class="dialog-place" data-controller="dialog"><a class="btn" href="#{}" role="button" data-action="dialog#open">{}</a>)",
      id, opener);
  out(R"(<dialog id="{}" class="dialog" aria-labelledby="{}-title" data-dialog-target="dialog"><div class="head"><h2 id="{}-title">{}</h2>)",
      id, id, id, title);
  out(R"(<a class="icon-btn" href="#contenu" role="button" aria-label="Fermer" data-action="dialog#close">{}</a></div>)",
      icon("x"));
  body();
  out("</dialog></div>");
}

/// Something someone said under an event or a post.
struct Comment {
  std::string id = {};
  Person author;
  paris::Instant at{};
  std::string text = {};  ///< plain; its line breaks are kept
};
void comment(html::Out& out, const Comment& comment, paris::Instant now);
/// The same with something under it, such as a button.
template <class Body>
void comment(html::Out& out, const Comment& comment, paris::Instant now, Body&& actions);

// —

void open_comment(html::Out& out, const Comment& comment, paris::Instant now);

template <class Body>
void comment(html::Out& out, const Comment& comment, paris::Instant now, Body&& actions) {
  open_comment(out, comment, now);
  actions();
  out("</div></article>");
}

}  // namespace ui
