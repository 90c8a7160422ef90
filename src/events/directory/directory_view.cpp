#include "events/directory/directory_view.hpp"

#include "core/text/french.hpp"
#include "events/by_day.hpp"
#include "events/filter.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/kind.hpp"
#include "ui/map.hpp"
#include "ui/search_line.hpp"

namespace events {
namespace {

constexpr std::array<double, 4> mainland{-5.2, 41.3, 9.6, 51.1};  // west, south, east, north

std::vector<ui::Option> kind_choices() {
  std::vector<ui::Option> options;
  for (const bool mission : {true, false}) {
    const std::string_view group = mission ? "Missions" : "Réunions";
    options.push_back({.value = mission ? "missions" : "reunions",
                       .label = mission ? "Toutes les missions" : "Toutes les réunions",
                       .group = group});
    for (auto option : ui::kind_options(mission)) {
      option.group = group;
      options.push_back(option);
    }
  }
  return options;
}

std::string place_of(const near::Origin& origin) {
  return origin.name + " (" + origin.department + ")";
}

void refinement(html::Out& out, const DirectoryPage& page) {
  static constexpr std::array<ui::Option, 4> distances{{{.value = "5", .label = "5 km"},
                                                        {.value = "10", .label = "10 km"},
                                                        {.value = "25", .label = "25 km"},
                                                        {.value = "50", .label = "50 km"}}};
  const auto& asked = page.asked;
  const auto kinds = kind_choices();
  const auto circles = circle_options();
  const auto kilometres = std::to_string(asked.kilometres);
  const auto from = asked.from ? paris::date_value(*asked.from) : "",
             until = asked.until ? paris::date_value(*asked.until) : "";
  const auto commune = page.origin ? place_of(*page.origin) : "Un nom, un code postal";  // what an empty field means
  out(R"(<div class="two-up">)");
  ui::select(out,
             {.name = "type", .label = "Type", .options = kinds, .selected = asked.kind, .empty = "Tous les types"});
  ui::select(out, {.name = "cercle",
                   .label = "Qui l’organise",
                   .options = circles,
                   .selected = circle_code(asked.circle),
                   .empty = "Tout le monde"});
  ui::field(out, {.name = "du", .label = "À partir du", .value = from, .type = "date"});
  ui::field(out, {.name = "au", .label = "Jusqu’au", .value = until, .type = "date"});
  ui::select(out, {.name = "km",
                   .label = "À quelle distance",
                   .options = distances,
                   .selected = kilometres,
                   .empty = "Peu importe"});
  ui::field(out, {.name = "lieu", .label = "Autour de quelle commune", .placeholder = commune, .max_length = 80});
  out("</div>");
}

void search(html::Out& out, const DirectoryPage& page) {
  const auto& asked = page.asked;
  ui::form(out, {.action = html::Url::local(std::string(directory_path)), .get = true, .css = "stack"}, [&] {
    ui::search_line(out, {.label = "Un mot, une ville", .words = asked.words});
    if (!code(asked.when).empty()) ui::hidden(out, "quand", code(asked.when));
    if (!asked.commune.empty()) ui::hidden(out, "commune", asked.commune);
    ui::disclosure(out, "Affiner la recherche", asked.refined(), [&] {
      refinement(out, page);
      ui::buttons(out, [&] {
        ui::submit(out, {.label = "Filtrer", .look = ui::Look::plain});
        if (asked.narrowed())
          ui::link_button(out, html::Url::local(std::string(directory_path)),
                          {.label = "Tout montrer", .look = ui::Look::quiet});
      });
    });
  });
}

void when_pills(html::Out& out, const Asked& asked) {
  std::vector<ui::Tab> pills;
  const auto pill = [&](When when, const char* label) {
    Asked other = asked;
    other.when = when;
    other.from = other.until = std::nullopt;
    pills.push_back({.label = label, .href = url(other), .current = when == asked.when});
  };
  pill(When::any, "À venir");
  pill(When::today, "Aujourd’hui");
  pill(When::week, "Cette semaine");
  pill(When::weekend, "Ce week-end");
  pill(When::month, "D’ici un mois");
  ui::pills(out, "Quand", pills);
}

// What the list holds and the map cannot.
void tally(html::Out& out, const DirectoryPage& page) {
  const auto& [events, placed, west, south, east, north] = page.tally;
  out(R"(<p class="soft">)");
  if (events > counted)
    out("Plus de <b>{}</b>", french::count(counted, "événement", "événements"));
  else
    out("<b>{}</b>", french::count(events, "événement", "événements"));
  if (page.asked.kilometres > 0)
    out(" à moins de {}&nbsp;km de {}. Ce qui se passe en ligne n’est d’aucun lieu : ce n’est pas compté.",
        page.asked.kilometres, place_of(*page.origin));
  else if (events <= counted && placed < events)
    out(", dont {} en ligne ou sans adresse connue : la carte ne {} montre pas", french::number(events - placed),
        events - placed == 1 ? "le" : "les");
  out("</p>");
}

void nothing(html::Out& out, const Asked& asked) {
  const bool narrowed = asked.narrowed();
  ui::empty_state(out, {.icon = "calendar-days",
                        .title = narrowed ? "Rien ne correspond." : "Rien n’est encore annoncé.",
                        .text = narrowed ? "Essaie avec d’autres mots, d’autres dates, ou un peu plus loin."
                                         : "Et si tu commençais ? Une réunion, un porte-à-porte, un collage.",
                        .href = html::Url::local(narrowed ? "/evenements" : "/evenements/nouveau"),
                        .link = narrowed ? "Voir tous les événements" : "Créer un événement"});
}

std::array<double, 4> around(const Tally& tally) {
  if (tally.events > counted || !tally.west) return mainland;
  return {*tally.west, *tally.south, *tally.east, *tally.north};
}

void list_and_map(html::Out& out, const DirectoryPage& page) {
  const bool from_home = page.asked.kilometres > 0;
  ui::map(out,
          {.label = "Carte des événements",
           .latitude = from_home ? *page.origin->latitude : 0,
           .longitude = from_home ? *page.origin->longitude : 0,
           .kilometres = page.asked.kilometres,
           .tiles = std::string(directory_path) + "/carte/{z}/{x}/{y}" + query(page.asked),
           .bounds = around(page.tally)},
          [&] {
            write_by_day(out, page.cards, Place::all, page.now, page.csrf);
            ui::pager(out, page.pager);
          });
}

}  // namespace

void write(html::Out& out, const DirectoryPage& page) {
  out(R"(<div class="title-line"><h1>Tous les événements</h1><div class="buttons">)");
  ui::link_button(out, html::Url::local("/pres-de-chez-moi?quoi=evenements"),
                  {.label = "Près de chez moi", .look = ui::Look::plain, .icon = "map-pin"});
  ui::link_button(out, html::Url::local("/evenements/nouveau"),
                  {.label = "Créer un événement", .icon = "calendar-plus"});
  out("</div></div>");
  search(out, page);
  when_pills(out, page.asked);
  if (page.asked.kilometres > 0 && (!page.origin || !page.origin->latitude)) {
    ui::empty_state(out, {.icon = "map-pin",
                          .title = page.origin ? "Cette commune n’a pas encore sa place sur la carte."
                                               : "D’où faut-il compter\u00a0?",
                          .text = "Écris ta commune ou ton code postal ci-dessus. Si tu les indiques dans ton compte, "
                                  "les distances partiront toujours de chez toi.",
                          .href = html::Url::local("/compte"),
                          .link = "Ouvrir mon compte"});
    return;
  }
  if (page.tally.events == 0) return nothing(out, page.asked);
  tally(out, page);
  list_and_map(out, page);
}

void write_choice(html::Out& out, const Asked& asked, const std::vector<near::Commune>& found) {
  ui::back_link(out, url(asked), "Tous les événements");
  out("<h1>Tous les événements</h1>");
  near::write_choice(out, found, [&](const std::string& commune) {
    Asked there = asked;
    there.commune = commune;
    return url(there);
  });
}

}  // namespace events
