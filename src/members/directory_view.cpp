#include "members/directory_view.hpp"

#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/search_line.hpp"

namespace members {
namespace {

void select_place(html::Out& out, std::string_view name, std::string_view label, std::string_view all,
                  const std::vector<Place>& places, SpaceId chosen) {
  std::vector<std::string> values;
  values.reserve(places.size());
  for (const auto& place : places) values.push_back(std::to_string(place.id.number()));
  std::vector<ui::Option> options;
  for (size_t i = 0; i < places.size(); ++i) options.push_back({.value = values[i], .label = places[i].name});
  const auto selected = std::to_string(chosen.number());
  ui::select(out, {.name = name, .label = label, .options = options, .selected = selected, .empty = all});
}

void search(html::Out& out, const DirectoryPage& page) {
  const auto& filter = page.filter;
  ui::form(out, {.action = html::Url::local("/membres"), .get = true, .css = "stack"}, [&] {
    ui::search_line(out, {.label = "Un prénom, un nom", .words = filter.words});
    ui::disclosure(out, "Affiner la recherche", filter.places(), [&] {
      out(R"(<div class="two-up">)");
      select_place(out, "federation", "Fédération", "Toutes", page.federations, filter.federation);
      if (!page.sections.empty()) select_place(out, "section", "Section", "Toutes", page.sections, filter.section);
      ui::select(out, {.name = "interet",
                       .label = "Centre d’intérêt",
                       .options = interests,
                       .selected = filter.interest,
                       .empty = "Tous"});
      out("</div>");
      ui::buttons(out, [&] {
        ui::submit(out, {.label = "Filtrer", .look = ui::Look::plain});
        if (!filter.empty())
          ui::link_button(out, html::Url::local("/membres"), {.label = "Tout montrer", .look = ui::Look::quiet});
      });
    });
  });
}

}  // namespace

std::string address(const Filter& filter, const Card* after) {
  std::string path = "/membres";
  auto add = [&, separator = '?'](std::string_view name, std::string_view value) mutable {
    if (value.empty()) return;
    path += separator;
    separator = '&';
    path += name;
    path += '=';
    html::escape_url_part(path, value);
  };
  const auto id = [](SpaceId space) { return space.number() == 0 ? "" : std::to_string(space.number()); };
  add("q", filter.words);
  add("federation", id(filter.federation));
  add("section", id(filter.section));
  add("interet", filter.interest);
  if (after) {
    add("apres_nom", after->last_name);
    add("apres_prenom", after->first_name);
    add("apres", std::to_string(after->id.number()));
  }
  return path;
}

void directory_page(html::Out& out, const DirectoryPage& page, std::string_view csrf) {
  out("<h1>Tous les membres</h1>");
  search(out, page);
  if (page.people.empty()) {
    const bool any = page.filter.empty();
    ui::empty_state(out, {.icon = "users-round",
                          .title = any ? "Personne d’autre pour le moment." : "Personne ne répond à cette recherche.",
                          .text = any ? "Les membres apparaissent ici dès qu’ils arrivent."
                                      : "Essaie avec moins de lettres, ou sans filtre. Certains membres ont choisi de "
                                        "ne pas apparaître dans "
                                        "l’annuaire."});
    return;
  }
  out(R"(<ul class="people">)");
  for (const auto& listed : page.people) {
    const auto card = listed.card();
    if (!listed.addable) {
      ui::person_row(out, person(card));
      continue;
    }
    ui::person_row(out, person(card), [&] {
      ui::form(
          out,
          {.action = html::Url::local("/coopains/" + std::to_string(card.id.number()) + "/demande"),
           .csrf = csrf,
           .css = ""},
          [&] {
            out(R"(<button class="btn quiet" data-turbo-confirm="Envoyer une demande de coopain à {} ?">{}Ajouter<span class="sr"> {}</span></button>)",
                card.first_name, ui::icon("user-plus"), card.name());
          });
    });
  }
  out("</ul>");
  ui::pager(out, page.pager);
}

}  // namespace members
