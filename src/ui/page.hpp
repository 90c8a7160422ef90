#pragma once
// The whole document around a page's body.
//
//   ui::page(out, visit.frame(), {.title = "Agenda", .here = ui::Key::agenda}, [&] {
//     out("<h1>Mon agenda</h1>");
//   });
//
// The frame is what every page of one visit shows around its body: the gate makes it, once per request.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/html.hpp"
#include "ui/person.hpp"

namespace ui {

/// What an organisation sets to make the house its own.
struct Theme {
  std::string name = "la coopol";                     ///< beside the mark, and after each title
  std::string baseline = "la coopérative politique";  ///< under the mark for visitors, in mails
  std::string organisation = "le PS";                 ///< «Tout le PS»
  std::string accent = "framboise";    ///< a palette of web/css/tokens.css: framboise, brique, foret, azur, prune
  std::optional<html::Url> logo = {};  ///< in place of the drawn mark
};

/// A line that says what just happened. Errors stay until dismissed; the others are read out politely.
struct Flash {
  enum class Tone { good, info, warning, bad };
  Tone tone = Tone::good;
  std::string text = {};
};

/// One of the next dates under the agenda.
struct NextDate {
  std::chrono::sys_seconds start;
  std::string title = {};
  html::Url href = html::Url::local("");
};

/// The télécommande: what the signed-in member sees on every page.
struct Remote {
  Person me;
  std::optional<html::Url> section = {};  ///< none: the key leads to the directory of sections
  int unread_messages = 0;
  int coopain_requests = 0;
  int group_news = 0;
  int invitations = 0;
  std::vector<NextDate> next_dates = {};
};

/// What surrounds the body, for one visit.
struct Frame {
  const Theme* theme = nullptr;       ///< never null when a page is written
  std::optional<Remote> remote = {};  ///< none: a visitor
  std::string csrf = {};              ///< token of this session, for forms and for fetch
  std::vector<Flash> flashes = {};
  std::string live_topics =
      {};            ///< what /vif shall send to this page besides the member's own topic; empty: nothing more
  bool live = true;  ///< open the live connection (members only)
};

/// Where we are in the télécommande and the top bar; the key is marked as current.
enum class Key { none, home, section, messages, coopains, groups, agenda, account, members, events, all_groups, party };

struct Page {
  std::string_view title = {};  ///< of the document; the body writes its own single <h1>
  Key here = Key::none;
  std::string_view live_topics = {};  ///< added to the frame's
};

/// A page of a member, or of a visitor when the frame has no télécommande.
template <class Body>
void page(html::Out& out, const Frame& frame, const Page& page, Body&& body);

/// A page of the house's front: no télécommande, rings behind. Write it with hero(), or one narrow panel with panel().
template <class Body>
void visitor_page(html::Out& out, const Frame& frame, const Page& page, Body&& body);

/// Large title and words at left, a panel (sign-in) at right.
template <class Words, class Panel>
void hero(html::Out& out, Words&& words, Panel&& panel);

/// A body in two columns: on phones the second comes after the first.
template <class Main, class Aside>
void columns(html::Out& out, Main&& main, Aside&& aside);

/// A count in the télécommande, as a Turbo Stream that changes it on every open page of the member.
enum class Counter { messages, coopains, groups, agenda };
void counter_stream(html::Out& out, Counter counter, int count);

/// All counts and the next dates of the télécommande.
void remote_streams(html::Out& out, const Remote& remote);

/// The flash lines as a Turbo Stream.
void flash_stream(html::Out& out, const Flash& flash);

// —

void open_page(html::Out& out, const Frame& frame, const Page& page);
void close_page(html::Out& out, const Frame& frame);
void open_visitor_page(html::Out& out, const Frame& frame, const Page& page);
void close_visitor_page(html::Out& out, const Frame& frame);

template <class Body>
void page(html::Out& out, const Frame& frame, const Page& page, Body&& body) {
  open_page(out, frame, page);
  body();
  close_page(out, frame);
}

template <class Body>
void visitor_page(html::Out& out, const Frame& frame, const Page& page, Body&& body) {
  open_visitor_page(out, frame, page);
  body();
  close_visitor_page(out, frame);
}

template <class Words, class Panel>
void hero(html::Out& out, Words&& words, Panel&& panel) {
  out(R"(<div class="hero"><div class="words">)");
  words();
  out(R"(</div><div class="panel">)");
  panel();
  out("</div></div>");
}

template <class Main, class Aside>
void columns(html::Out& out, Main&& main, Aside&& aside) {
  out(R"(<div class="columns"><div class="stack">)");
  main();
  out(R"(</div><div class="aside stack">)");
  aside();
  out("</div></div>");
}

}  // namespace ui
