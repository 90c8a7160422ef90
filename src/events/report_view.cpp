#include "events/report_view.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "ui/navigation.hpp"

namespace events {
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
  ui::back_link(out, html::Url::local(path(page.event)), page.title);
  out("<h1>Faire le bilan</h1>");
  ui::error_summary(out, page.errors);
  ui::form(out, {.action = html::Url::local(path(page.event, "bilan")), .csrf = page.csrf}, [&] {
    write_people(out, page);
    ui::fieldset(out, "Combien de temps ?", [&] {
      out(R"(<div class="pair">)");
      ui::field(out, {.name = "hours",
                      .label = "Heures",
                      .value = page.hours,
                      .error = page.errors["hours"],
                      .inputmode = "numeric",
                      .max_length = 3});
      ui::field(out, {.name = "minutes",
                      .label = "Minutes",
                      .value = page.minutes,
                      .error = page.errors["minutes"],
                      .inputmode = "numeric",
                      .max_length = 2});
      out("</div>");
    });
    const auto figures = figures_of(page.kind);
    if (!figures.empty()) {
      ui::fieldset(out, "Ce qui a été fait", [&] {
        for (size_t i = 0; i < figures.size(); ++i)
          ui::field(out, {.name = figures[i].name,
                          .label = figures[i].label,
                          .value = page.figures[i],
                          .error = page.errors[figures[i].name],
                          .inputmode = "numeric",
                          .max_length = 12});
      });
    }
    ui::textarea(out, {.name = "text",
                       .label = "Un mot sur ce qui s’est passé",
                       .value = page.words,
                       .hint = "Ce que les gens ont dit, ce qui a marché, ce qu’on changera.",
                       .error = page.errors["text"],
                       .max_length = 4000});
    ui::submit(out, {.label = "Enregistrer le bilan", .icon = "check"});
  });
  out("</div>");
}

void write(html::Out& out, const ThanksPage& page) {
  out(R"(<div class="stack"><p class="kind">{}Bilan enregistré</p><h1>Merci !</h1>)", ui::icon("heart"));
  out(R"(<p class="lead">{} pour «&#8239;{}&#8239;».</p>)",
      french::count(page.came, "personne s’est mobilisée", "personnes se sont mobilisées"), page.title);
  ui::stats(out, stats(page.figures));
  if (!page.votes.empty()) out("<p>D’après l’expérience du terrain, cela fait {} de plus.</p>", page.votes);
  ui::buttons(out, [&] {
    ui::link_button(out, html::Url::local(path(page.event)), {.label = "Retourner à l’événement"});
    ui::link_button(out, html::Url::local(path(page.event, "bilan")),
                    {.label = "Modifier le bilan", .look = ui::Look::plain, .icon = "pencil"});
  });
  out("</div>");
}

}  // namespace events
