#include "events/describe_view.hpp"

#include <algorithm>
#include <array>

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "events/steps.hpp"
#include "ui/feedback.hpp"
#include "ui/kind.hpp"

namespace events {
namespace {

// Both groups of tiles are one choice: they share their name.
void write_kinds(html::Out& out, const DescribePage& page) {
  ui::tile_group(out, {.name = "kind",
                       .label = "Une mission",
                       .options = ui::kind_options(true),
                       .selected = page.typed.kind,
                       .error = page.errors["kind"],
                       .required = true});
  ui::tile_group(out, {.name = "kind",
                       .label = "Ou une réunion",
                       .options = ui::kind_options(false),
                       .selected = page.typed.kind,
                       .id = "f-kind-meeting"});
}

void write_turn(html::Out& out, const std::string& name, const std::string& date, const std::string& time,
                const std::string& turn, const zones::Zone& zone) {
  if (!comes_twice(date, time, zone)) return;
  const std::array turns{ui::Option{before_change, "avant le changement d’heure", "heure d’été"},
                         ui::Option{after_change, "après le changement d’heure", "heure d’hiver"}};
  ui::radio_group(
      out, {.name = name, .label = "Cette heure passe deux fois : laquelle ?", .options = turns, .selected = turn});
}

void write_times(html::Out& out, const DescribePage& page) {
  const auto& typed = page.typed;
  const auto& zone = typed.zone();
  const bool overseas = &zone != &zones::mainland;
  out(R"(<div class="times" data-controller="evening" data-action="change->evening#follow">)");
  ui::checkbox(out, {.name = "all_day", .label = "Toute la journée", .checked = typed.all_day});
  ui::date_time(out, {.name = "start",
                      .label = "Début",
                      .date = typed.start_date,
                      .time = typed.start_time,
                      .hint = overseas ? "À l’" + std::string(zone.words) + "." : "",
                      .error = page.errors["start"],
                      .required = true});
  write_turn(out, "start_turn", typed.start_date, typed.start_time, typed.start_turn, zone);
  ui::date_time(
      out,
      {.name = "end",
       .label = "Fin",
       .date = typed.end_date,
       .time = typed.end_time,
       .hint = "Sans fin indiquée, on compte deux heures. «\u202f2\u00a0h\u202f» après une soirée, c’est le lendemain.",
       .error = page.errors["end"]});
  write_turn(out, "end_turn", typed.end_day(), typed.end_time, typed.end_turn, zone);
  // Nearly everybody means the hour of the place: the choice stands behind a door.
  ui::disclosure(out, "À l’heure d’ailleurs", !typed.time_zone.empty(), [&] {
    std::vector<ui::Option> choices;
    for (const auto& one : zones::all()) choices.push_back({.value = one.name, .label = one.label});
    ui::select(out, {.name = "time_zone",
                     .label = "Fuseau horaire",
                     .options = choices,
                     .selected = typed.time_zone,
                     .hint = "La date est annoncée à l’heure du lieu, et à celle de Paris si elle est autre.",
                     .error = page.errors["time_zone"],
                     .empty = "Celui du lieu"});
  });
  out("</div>");
}

void write_place(html::Out& out, const DescribePage& page) {
  const auto& typed = page.typed;
  const auto& errors = page.errors;
  ui::fieldset(out, "Où ça se passe", [&] {
    ui::field(out, {.name = "address",
                    .label = "Adresse",
                    .value = typed.address,
                    .error = errors["address"],
                    .autocomplete = "off",
                    .required = true});
    ui::field(out, {.name = "complement",
                    .label = "Complément d’adresse",
                    .value = typed.complement,
                    .hint = "Bâtiment, étage, point de rendez-vous.",
                    .error = errors["complement"]});
    ui::postcode_city(out, {.postcode = typed.postcode,
                            .city = typed.city,
                            .postcode_error = errors["postcode"],
                            .city_error = errors["city"],
                            .required = true});
    ui::field(
        out,
        {.name = "online_url",
         .label = "Lien, si ça se passe en ligne",
         .value = typed.online_url,
         .type = "url",
         .hint = "Avec un lien, l’adresse peut rester vide. Il n’est montré qu’aux personnes invitées ou qui viennent.",
         .error = errors["online_url"],
         .inputmode = "url"});
  });
}

void write_circle(html::Out& out, const DescribePage& page) {
  const std::array circles{
      ui::Option{circle_public, "Public", "Tous les membres de La Coopol peuvent le voir et y participer."},
      ui::Option{circle_spaces, "Mes espaces", "Les membres des espaces cochés, et les personnes invitées."},
      ui::Option{circle_guests, "Sur invitation", "Seules les personnes invitées."}};
  ui::fieldset(out, "Où le publier", [&] {
    ui::radio_group(out, {.name = "circle",
                          .label = "Qui peut le voir ?",
                          .options = circles,
                          .selected = page.typed.circle,
                          .error = page.errors["circle"]});
    if (!page.spaces.empty()) out(R"(<p class="hint">Coche les espaces sur la page desquels il paraît.</p>)");
    for (const auto& space : page.spaces) {
      const auto number = std::to_string(space.id.number());
      const bool ticked =
          std::find(page.typed.spaces.begin(), page.typed.spaces.end(), space.id) != page.typed.spaces.end();
      const auto id = "f-space-" + number;
      ui::checkbox(out, {.name = "space", .label = space.name, .value = number, .checked = ticked, .id = id});
    }
  });
}

void write_scopes(html::Out& out, const DescribePage& page) {
  const auto& standing = *page.standing;
  ui::fieldset(out, "Pour quelles dates ?", [&] {
    write_scope(out, standing, page.scope, "Ce changement vaut pour");
    if (standing.apart > 0)
      out(R"(<p class="hint">{} : ce changement n’y touche pas.</p>)",
          french::count(standing.apart, "date a été changée à part", "dates ont été changées à part"));
  });
}

}  // namespace

void write(html::Out& out, const DescribePage& page) {
  out(R"(<div class="stack">)");
  step_head(out, page.event, page.draft, Step::description, page.title);
  ui::error_summary(out, page.errors);
  const auto action = page.event ? path(*page.event, "description") : "/evenements/nouveau";
  ui::form(out, {.action = html::Url::local(action), .csrf = page.csrf}, [&] {
    write_kinds(out, page);
    ui::field(out, {.name = "title",
                    .label = "Titre",
                    .value = page.typed.title,
                    .error = page.errors["title"],
                    .placeholder = "Porte-à-porte aux Tilleuls",
                    .max_length = 140,
                    .required = true});
    write_times(out, page);
    // A rhythm begins with a draft; later it changes with the dates that follow.
    if (page.draft || page.standing) write_repeat(out, page.repeat, page.errors, page.draft);
    write_place(out, page);
    ui::textarea(out, {.name = "description",
                       .label = "Description",
                       .value = page.typed.description,
                       .hint = "Le rendez-vous, le matériel, à qui téléphoner. Une ligne vide commence un paragraphe.",
                       .error = page.errors["description"],
                       .rows = 5,
                       .max_length = 10000});
    write_circle(out, page);
    if (page.standing) write_scopes(out, page);
    ui::buttons(out, [&] {
      if (page.draft) {
        ui::submit(out, {.label = "Suivant", .icon = "arrow-right"});
        ui::submit(out, {.label = "Garder comme brouillon", .look = ui::Look::plain, .name = "leave", .value = "1"});
      } else {
        ui::submit(out, {.label = "Enregistrer", .icon = "check"});
      }
    });
  });
  out("</div>");
}

}  // namespace events
