#include "access/opening.hpp"
#include "core/text/french.hpp"
#include "ui/feedback.hpp"
#include "ui/table.hpp"

namespace accounts {

using html::Url;

namespace {

const Url action = Url::local("/coopilote/ouverture");

std::string_view label(std::string_view phase) {
  for (const auto& option : phase_options())
    if (option.value == phase) return option.label;
  return {};
}

std::string people(std::int64_t count) {
  return french::count(count, "personne", "personnes");
}

void country(html::Out& out, const Opening& own, std::string_view csrf) {
  ui::panel(out, "Partout", [&] {
    out(R"(<p class="soft">Vaut pour les fédérations qui n’ont pas leur propre phase.</p>)");
    ui::form(out, {.action = action, .csrf = csrf}, [&] {
      ui::hidden(out, "space", std::to_string(own.id.number()));
      ui::radio_group(out, {.name = "phase",
                            .label = "Phase nationale",
                            .options = phase_options(),
                            .selected = own.phase ? std::string_view(*own.phase) : "preregistration",
                            .hide_label = true});
      ui::submit(out, {.label = "Enregistrer"});
    });
  });
}

// How far the news has come.
void news(html::Out& out, const OpeningsPage& page) {
  std::int64_t waiting = 0;
  for (const auto& space : page.spaces) waiting += space.waiting;
  ui::panel(out, "Qui attend", [&] {
    out("<p>{}</p>",
        waiting == 0 ? std::string("Personne n’attend en ce moment.")
                     : people(waiting) + (waiting == 1 ? " attend d’être prévenue." : " attendent d’être prévenues."));
    const auto& sent = page.mailing;
    if (sent.total == 0) return;
    ui::progress(out,
                 {.id = "annonces",
                  .label = "Annonces de l’ouverture",
                  .done = sent.finished,
                  .total = sent.total,
                  .detail = sent.failed == 0 ? "" : french::count(sent.failed, "adresse refusée", "adresses refusées"),
                  .finished = sent.finished >= sent.total});
    if (sent.finished < sent.total)
      ui::link_button(out, action, {.label = "Voir où cela en est", .look = ui::Look::plain, .icon = "refresh-cw"});
  });
}

void federations(html::Out& out, const OpeningsPage& page) {
  const ui::Column columns[] = {{.label = "Fédération"},
                                {.label = "Phase"},
                                {.label = "Attendent", .number = true},
                                {.label = "Prévenues", .number = true}};
  ui::selection_form(out, {.action = action, .csrf = page.csrf}, [&] {
    ui::table(out, {.caption = "Fédérations et leur phase", .columns = columns, .tick = "space"}, [&](ui::Rows& rows) {
      for (const auto& space : page.spaces) {
        if (!space.department) continue;
        rows.row({.value = std::to_string(space.id.number()), .name = space.name}, [&](ui::Cells& cells) {
          cells.cell(space.name);
          cells.cell([&] {
            if (space.phase)
              ui::chip(out, label(*space.phase),
                       *space.phase == "open"     ? ui::Tone::good
                       : *space.phase == "closed" ? ui::Tone::bad
                                                  : ui::Tone::accent);
            else
              out(R"(<span class="soft">comme partout</span>)");
          });
          cells.cell(std::to_string(space.waiting));
          cells.cell(std::to_string(space.told));
        });
      }
    });
    ui::selection_bar(out, {.one = "fédération choisie", .several = "fédérations choisies"}, [&] {
      std::vector<ui::Option> choices{{"national", "Comme partout"}};
      for (const auto& option : phase_options()) choices.push_back({option.value, option.label});
      ui::select(out, {.name = "phase",
                       .label = "Passer à",
                       .options = choices,
                       .empty = "Choisis une phase…",
                       .id = "f-new-phase"});
      ui::submit(out, {.label = "Changer"});
    });
  });
}

}  // namespace

void openings_page(html::Out& out, const OpeningsPage& page) {
  out(R"(<div class="stack"><h1>Ouverture</h1><p class="lead">Qui peut entrer, et où. Celles et ceux qui se sont pré-inscrits reçoivent un courriel, une fois, quand leur fédération s’ouvre à tous.</p>)");
  if (!page.spaces.empty() && !page.spaces.front().department) country(out, page.spaces.front(), page.csrf);
  news(out, page);
  federations(out, page);
  out("</div>");
}

}  // namespace accounts
