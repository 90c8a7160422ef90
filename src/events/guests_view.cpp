#include "events/guests_view.hpp"

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "events/sources.hpp"
#include "events/steps.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"
#include "ui/search_line.hpp"
#include "ui/table.hpp"

namespace events {
namespace {

html::Url url(const GuestsPage& page, const Source& source) {
  return html::Url::local(path(page.event, "invites?de=" + source.code()));
}

void write_sources(html::Out& out, const GuestsPage& page) {
  std::vector<ui::SideItem> items;
  std::string group;
  for (const auto& source : page.sources) {
    if (source.kind == "zone") continue;  // a number, never a name
    const std::string title = source.kind == "list" ? "Listes" : source.kind == "group" ? "Groupes" : "";
    items.push_back({.label = source.name,
                     .href = url(page, source),
                     .count = static_cast<int>(source.people),
                     .current = &source == page.source,
                     .title = title == group ? "" : title});
    group = title;
  }
  ui::side_list(out, "Qui inviter", items);
}

std::string_view state(const Candidate& person) {
  if (person.answer == "yes") return "participe";
  if (person.answer == "maybe") return "peut-être";
  if (person.answer == "waiting") return "en attente";
  if (person.answer == "no") return "ne participe pas";
  return person.invited ? "déjà invité·e" : "";
}

ui::Tone tone(const Candidate& person) {
  return person.answer == "yes" ? ui::Tone::good : person.answer == "maybe" ? ui::Tone::warning : ui::Tone::plain;
}

void write_search(html::Out& out, const GuestsPage& page) {
  ui::form(out, {.action = html::Url::local(path(page.event, "invites")), .get = true, .css = ""}, [&] {
    ui::hidden(out, "de", page.source->code());
    ui::search_line(out, {.label = "Un prénom, un nom", .words = page.words});
  });
}

void write_people(html::Out& out, const GuestsPage& page) {
  // Of my own section everyone is: the column is for other lists.
  const bool with_section = page.source->kind != "section";
  std::vector<ui::Column> columns{{.label = "Nom"}, {.label = "Invitation"}};
  if (with_section) columns.insert(columns.begin() + 1, ui::Column{.label = "Section"});
  ui::selection_form(out, {.action = html::Url::local(path(page.event, "invites")), .csrf = page.csrf}, [&] {
    ui::hidden(out, "de", page.source->code());
    ui::hidden(out, "q", page.words);
    ui::table(out, {.caption = "Personnes à inviter", .columns = columns, .tick = "member"}, [&](ui::Rows& rows) {
      for (const auto& person : page.people)
        rows.row({.value = std::to_string(person.id.number()), .name = person.name()}, [&](ui::Cells& cells) {
          cells.cell([&] { ui::person_inline(out, {.name = person.name(), .photo = images::url(person.picture)}); });
          if (with_section) cells.cell(person.section.value_or(""));
          cells.cell([&] {
            if (const auto words = state(person); !words.empty()) ui::chip(out, words, tone(person));
          });
        });
    });
    ui::selection_bar(
        out, {.total = static_cast<int>(page.total), .one = "personne à inviter", .several = "personnes à inviter"},
        [&] {
          ui::submit(out, {.label = page.draft ? "Publier et inviter" : "Inviter",
                           .icon = "send",
                           .sending = "Les invitations partent…"});
        });
  });
}

void write_nobody(html::Out& out, const GuestsPage& page) {
  if (!page.words.empty())
    ui::empty_state(out, {.icon = "search",
                          .title = "Personne ne répond à ce nom.",
                          .text = "Essaie avec moins de lettres, ou cherche dans une autre liste."});
  else if (page.source->kind == "coopains")
    ui::empty_state(out, {.icon = "handshake",
                          .title = "Pas encore de coopains à inviter.",
                          .text = "Dès que tu en as, ils apparaissent ici.",
                          .href = html::Url::local("/membres"),
                          .link = "Ouvrir l’annuaire"});
  else
    ui::empty_state(out, {.icon = "users-round",
                          .title = "Personne à inviter ici.",
                          .text = "Cette liste est vide, ou tu ne peux pas encore voir celles et ceux qui y sont."});
}

}  // namespace

void write(html::Out& out, const GuestsPage& page) {
  out(R"(<div class="stack">)");
  step_head(out, page.event, page.draft, Step::guests, page.title);
  if (page.repeats)
    ui::notice(out, ui::Flash::Tone::info,
               "Qui est invité l’est à toutes les dates à venir, par un seul courriel, et répond pour chacune.");
  write_together(out, page);
  ui::office(
      out, [&] { write_sources(out, page); },
      [&] {
        write_search(out, page);
        if (page.people.empty())
          write_nobody(out, page);
        else
          write_people(out, page);
        ui::pager(out, {.previous = page.first, .next = page.next});
      });
  if (page.draft) {
    out(R"(<p class="soft">Tu pourras inviter d’autres personnes plus tard, depuis la page de l’événement.</p>)");
    ui::form(out, {.action = html::Url::local(path(page.event, "invites")), .csrf = page.csrf, .css = "buttons"}, [&] {
      ui::submit(out,
                 {.label = "Publier sans inviter personne", .look = ui::Look::plain, .name = "publish", .value = "1"});
    });
  }
  out("</div>");
}

}  // namespace events
