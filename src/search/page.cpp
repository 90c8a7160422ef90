#include "search/page.hpp"

#include <algorithm>
#include <array>

#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "search/found.hpp"
#include "ui/event_card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"
#include "ui/search_line.hpp"

namespace search {
namespace {

constexpr std::int64_t of_each = 8, of_one = 40;  // shown of all kinds together, and of one that was chosen

struct Kind {
  std::string_view code, label;
  Wanted wanted;
};
const std::array<Kind, 7>& kinds() {
  static const std::array<Kind, 7> all{
      {{"",
        "Tout",
        {.people = of_each,
         .events = of_each,
         .statuses = of_each,
         .space_kinds = {"section", "federation", "group"},
         .spaces = of_each}},
       {"membres", "Membres", {.people = of_one}},
       {"evenements", "Événements", {.events = of_one}},
       {"groupes", "Groupes", {.space_kinds = {"group"}, .spaces = of_one}},
       {"sections", "Sections", {.space_kinds = {"section"}, .spaces = of_one}},
       {"federations", "Fédérations", {.space_kinds = {"federation"}, .spaces = of_one}},
       {"statuts", "Statuts", {.statuses = of_one}}}};
  return all;
}

const Kind& chosen(const gate::Visit& v) {
  const auto code = v.query("quoi");
  const auto found = std::find_if(kinds().begin(), kinds().end(), [&](const Kind& k) { return k.code == code; });
  return found == kinds().end() ? kinds().front() : *found;
}

html::Url address(const std::string& words, std::string_view code) {
  std::string path = "/recherche?q=";
  html::escape_url_part(path, words);
  if (!code.empty()) path.append("&quoi=").append(code);
  return html::Url::local(path);
}

std::string excerpt(const std::string& body) {
  constexpr size_t most = 160;  // characters
  if (utf8::length(body) <= most) return body;
  size_t end = 0;
  for (size_t count = 0; end < body.size() && count < most; ++count) {
    ++end;
    while (end < body.size() && (static_cast<unsigned char>(body[end]) & 0xC0) == 0x80) ++end;
  }
  return body.substr(0, end) + "…";
}

struct View {
  std::string words;
  const Kind* kind;
  Found found;
};

// Each section leads to all of its kind, unless that is what is shown.
template <class Body>
void section(html::Out& out, const View& view, std::string_view title, std::string_view code, bool any, Body body) {
  if (!any) return;
  out("<section>");
  if (view.kind->code.empty())
    ui::head(out, {.title = title, .href = address(view.words, code), .link = "Voir tout"});
  else
    ui::head(out, {.title = title});
  body();
  out("</section>");
}

void write_spaces(html::Out& out, const View& view, std::string_view kind, std::string_view title,
                  std::string_view code) {
  const auto of_kind = [&](const Space& s) { return s.kind == kind; };
  const auto& all = view.found.spaces;
  section(out, view, title, code, std::any_of(all.begin(), all.end(), of_kind), [&] {
    out(R"(<ul class="links">)");
    for (const auto& space : all)
      if (of_kind(space))
        out(R"(<li><a href="{}">{}</a> <span class="soft">{}</span></li>)", url(space), space.name,
            kind == "section" ? space.above : "");
    out("</ul>");
  });
}

void write_found(html::Out& out, const View& view) {
  const auto& found = view.found;
  section(out, view, "Membres", "membres", !found.people.empty(), [&] {
    out(R"(<ul class="people">)");
    for (const auto& card : found.people) ui::person_row(out, members::person(card));
    out("</ul>");
  });
  section(out, view, "Événements", "evenements", !found.events.empty(), [&] {
    out(R"(<ul class="dates">)");
    for (const auto& event : found.events) ui::event_line(out, url(event), event.title, french::when(event));
    out("</ul>");
  });
  write_spaces(out, view, "section", "Sections", "sections");
  write_spaces(out, view, "federation", "Fédérations", "federations");
  write_spaces(out, view, "group", "Groupes", "groupes");
  section(out, view, "Statuts", "statuts", !found.statuses.empty(), [&] {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    out(R"(<ul class="links">)");
    for (const auto& status : found.statuses)
      out(R"(<li><a href="{}">{}</a> <span class="soft">{} · {}</span></li>)", url(status), excerpt(status.body),
          status.author, french::ago(std::chrono::floor<std::chrono::seconds>(status.at), now));
    out("</ul>");
  });
}

void write(html::Out& out, const View& view) {
  out("<h1>Rechercher</h1>");
  ui::form(out, {.action = html::Url::local("/recherche"), .get = true, .css = ""}, [&] {
    ui::search_line(out, {.label = "Un nom, une section, un événement",
                          .words = view.words,
                          .placeholder = "Un nom, une section, un événement…",
                          .autofocus = view.words.empty()});
    if (!view.kind->code.empty()) ui::hidden(out, "quoi", view.kind->code);
  });
  if (view.words.empty()) {
    out(R"(<p class="soft">Tape le début d’un nom ou quelques mots : les accents, les majuscules et les traits d’union ne comptent pas.</p>)");
    return;
  }
  std::vector<ui::Tab> pills;
  for (const auto& kind : kinds())
    pills.push_back(
        {.label = std::string(kind.label), .href = address(view.words, kind.code), .current = &kind == view.kind});
  ui::pills(out, "Choisir ce que l’on cherche", pills);
  if (view.found.empty())
    ui::empty_state(out, {.icon = "search",
                          .title = "Rien ne correspond.",
                          .text = "Essaie avec moins de mots, ou seulement le début d’un nom. Tu ne trouves ici que ce "
                                  "qui est visible pour toi."});
  else
    write_found(out, view);
}

}  // namespace

http::Response page(gate::Visit& v) {
  View view{v.query("q"), &chosen(v), {}};
  if (view.words.size() > longest) throw http::Error(400, "Cherche avec moins de mots.");
  if (view.words.empty())
    v.ask();
  else
    view.found = find(v, view.words, view.kind->wanted);
  return v.page({.title = "Rechercher"}, [&](html::Out& out) { write(out, view); });
}

}  // namespace search
