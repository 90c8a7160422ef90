#include "reports/report_view.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "reports/part_view.hpp"
#include "reports/parts_view.hpp"
#include "ui/navigation.hpp"

namespace reports {
namespace {

void write_person(html::Out& out, const Attendant& person) {
  const auto number = std::to_string(person.id.number()), id = "f-member-" + number;
  const std::string_view hint = person.answer == "maybe" ? "avait dit peut-être"
                                : person.answer == "no"  ? "avait dit non"
                                                         : "";
  ui::checkbox(
      out, {.name = "member", .label = person.name, .value = number, .checked = person.came, .hint = hint, .id = id});
}

bool expected(const Attendant& person) {
  return person.answer == "yes" || person.answer == "maybe" || person.came;
}

// Those who were expected; the others wait behind a fold, since they may be many.
void write_people(html::Out& out, const ReportPage& page) {
  ui::fieldset(out, "Qui est venu ?", [&] {
    if (const auto error = page.errors["member"]; !error.empty())
      out(R"(<p class="error" id="f-member">{}{}</p>)", ui::icon("circle-alert"), error);
    for (const auto& person : page.people)
      if (expected(person)) write_person(out, person);
    if (page.unseen > 0) {
      const auto label =
          french::count(page.unseen, "autre personne qui avait dit oui", "autres personnes qui avaient dit oui");
      ui::checkbox(
          out,
          {.name = "unseen", .label = label, .checked = page.unseen_came, .hint = "Leur nom ne t’est pas visible."});
    }
    const auto others = std::count_if(page.people.begin(), page.people.end(),
                                      [](const Attendant& person) { return !expected(person); });
    if (others == 0) return;
    ui::disclosure(
        out, others == 1 ? "L’autre personne invitée" : "Les " + french::number(others) + " autres personnes invitées",
        false, [&] {
          for (const auto& person : page.people)
            if (!expected(person)) write_person(out, person);
        });
  });
}

}  // namespace

void write(html::Out& out, const ReportPage& page) {
  out(R"(<div class="stack">)");
  ui::back_link(out, html::Url::local(events::path(page.event)), page.title);
  out("<h1>Faire le bilan</h1>");
  ui::error_summary(out, page.errors);
  if (page.moved)
    ui::notice(out, ui::Flash::Tone::info,
               "La somme est refaite avec les parts cochées. Vérifie-la plus bas, puis enregistre.");
  ui::form(out, {.action = html::Url::local(events::path(page.event, "bilan")), .csrf = page.csrf}, [&] {
    write_parts(out, page);
    write_people(out, page);
    ui::fieldset(out, "Combien de temps ?", [&] { write(out, page.duration, page.errors); });
    if (!page.figures.empty())
      ui::fieldset(out, "Ce qui a été fait", [&] { write_figures(out, page.kind, page.figures, page.errors); });
    ui::textarea(out, {.name = "text",
                       .label = "Un mot sur ce qui s’est passé",
                       .value = page.words,
                       .hint = "Ce que les gens ont dit, ce qui a marché, ce qu’on changera.",
                       .error = page.errors["text"],
                       .max_length = 4000});
    if (!page.closed)
      ui::checkbox(out,
                   {.name = "close",
                    .label = "C’est complet : remercier celles et ceux qui sont venus",
                    .checked = page.close,
                    .hint = "Un courriel, une seule fois, avec ces chiffres. Décoche si d’autres parts vont arriver."});
    ui::submit(out, {.label = "Enregistrer le bilan", .icon = "check"});
  });
  out("</div>");
}

void write(html::Out& out, const ThanksPage& page) {
  out(R"(<div class="stack"><p class="kind">{}Bilan enregistré</p><h1>Merci !</h1>)", ui::icon("heart"));
  out(R"(<p class="lead">{} pour «&#8239;{}&#8239;».</p>)",
      french::count(page.came, "personne s’est mobilisée", "personnes se sont mobilisées"), page.title);
  ui::stats(out, events::stats(page.figures));
  if (!page.votes.empty())
    out(R"(<p>D’après l’expérience du terrain, cela fait {} de plus.</p><p class="soft">{}</p>)", page.votes,
        page.votes_note);
  if (!page.closed)
    out(R"(<p class="soft">Le bilan reste ouvert : les remerciements partiront quand tu le diras complet.</p>)");
  if (page.late > 0)
    out(R"(<p>{}</p>)", french::count(page.late, "part n’y est pas encore.", "parts n’y sont pas encore."));
  ui::buttons(out, [&] {
    ui::link_button(out, html::Url::local(events::path(page.event)), {.label = "Retourner à l’événement"});
    ui::link_button(out, html::Url::local(events::path(page.event, "bilan")),
                    {.label = "Modifier le bilan", .look = ui::Look::plain, .icon = "pencil"});
  });
  out("</div>");
}

}  // namespace reports
