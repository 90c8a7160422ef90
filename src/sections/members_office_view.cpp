#include "sections/members_office_view.hpp"

#include <array>

#include "core/clock.hpp"
#include "core/text/french.hpp"
#include "members/card.hpp"
#include "sections/register_dues.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/search_line.hpp"
#include "ui/table.hpp"

namespace sections {
namespace {

const ListRow* current_list(const MembersOffice& page) {
  for (const auto& list : page.lists)
    if (list.id == page.filter.list) return &list;
  return nullptr;
}

std::int64_t shown_count(const MembersOffice& page) {
  if (const auto* list = current_list(page)) return list->size;
  if (page.filter.kind == "adherent") return page.counts.adherents;
  return page.filter.kind == "sympathisant" ? page.counts.sympathisants : page.counts.all;
}

void side(html::Out& out, const MembersOffice& page) {
  std::vector<ui::SideItem> items;
  const auto add = [&](std::string label, const MemberFilter& filter, std::int64_t count, std::string title = {}) {
    items.push_back({std::move(label), html::Url::local(filter_path(page.section.id, filter)), static_cast<int>(count),
                     filter.kind == page.filter.kind && filter.list == page.filter.list, std::move(title)});
  };
  add("Tous les membres", {}, page.counts.all);
  add("Adhérents", {.kind = "adherent"}, page.counts.adherents);
  add("Sympathisants", {.kind = "sympathisant"}, page.counts.sympathisants);
  for (const auto& [kind, title, create] :
       {std::tuple{"list", "Listes", "Créer une liste"}, std::tuple{"zone", "Zones", "Créer une zone"}}) {
    std::string heading = title;
    for (const auto& list : page.lists)
      if (list.kind == kind) add(list.name, {.list = list.id}, list.size, std::exchange(heading, ""));
    items.push_back({.label = create,
                     .href = section_url(page.section.id, std::string("/gestion/listes/creation?type=") + kind),
                     .title = heading,
                     .create = true});
  }
  ui::side_list(out, "Membres à montrer", items);
}

// «Se remplit d’elle-même : 2 codes postaux, 1 rue. 3 personnes y sont à la main.»
void filling(html::Out& out, const MembersOffice& page) {
  const auto* list = current_list(page);
  if (!list || list->kind != "zone") return;
  if (!page.filling) {
    out(R"(<p class="soft">Remplie à la main. Dis qui habite où dans « Modifier la zone », et elle se remplira d’elle-même.</p>)");
    return;
  }
  const auto& f = *page.filling;
  std::string places;
  const auto add = [&](const std::string& words) { places += (places.empty() ? "" : ", ") + words; };
  if (f.postcodes) add(french::count(f.postcodes, "code postal", "codes postaux"));
  if (f.streets) add(french::count(f.streets, "rue", "rues"));
  if (f.ground) add("un tracé sur la carte");
  out(R"(<p class="soft">Se remplit d’elle-même : {}.)", places);
  if (f.by_hand) out(" {} à la main.", french::count(f.by_hand, "personne y est", "personnes y sont"));
  if (f.out) out(" {} à la main.", french::count(f.out, "personne en est enlevée", "personnes en sont enlevées"));
  out("</p>");
}

void title(html::Out& out, const MembersOffice& page) {
  const auto* list = current_list(page);
  if (!list) {
    out("<h2>{}</h2>", page.filter.kind == "adherent"       ? "Adhérents"
                       : page.filter.kind == "sympathisant" ? "Sympathisants"
                                                            : "Tous les membres");
    return;
  }
  const bool zone = list->kind == "zone";
  ui::head(out, {.title = list->name,
                 .href = section_url(page.section.id, "/gestion/listes/" + std::to_string(list->id.number())),
                 .link = zone ? "Modifier la zone" : "Modifier la liste",
                 .icon = "pencil"});
  if (list->manager)
    out(R"(<p class="soft">Responsable : {}. Cette personne ne voit pas qui est dans la zone.</p>)", *list->manager);
  filling(out, page);
}

// Beside the flash that says what was done.
void undo(html::Out& out, const MembersOffice& page, std::string_view csrf) {
  if (page.done.empty()) return;
  ui::form(out, {.action = section_url(page.section.id, "/gestion/membres/annulation"), .csrf = csrf, .css = "line"},
           [&] {
             filter_fields(out, page.filter);
             ui::hidden(out, "act", page.done);
             out(R"(<span class="soft">Ce n’est pas ce que tu voulais ?</span>)");
             ui::submit(out, {.label = "Annuler ce changement", .look = ui::Look::plain, .icon = "undo-2"});
           });
}

void search(html::Out& out, const MembersOffice& page) {
  ui::form(out, {.action = section_url(page.section.id, "/gestion/membres"), .get = true, .css = ""}, [&] {
    filter_fields(out, {.kind = page.filter.kind, .list = page.filter.list, .dues = page.filter.dues});
    const auto words = "Chercher parmi les " + french::count(shown_count(page), "membre", "membres");
    ui::search_line(out,
                    {.label = "Chercher un membre", .words = page.filter.words, .placeholder = words, .name = "nom"});
  });
}

// X09: by what the register says of their dues.
void dues_pills(html::Out& out, const MembersOffice& page) {
  if (!page.has_dues()) return;
  std::vector<ui::Tab> tabs;
  for (const auto& [label, dues] : {std::pair{"Toutes les cotisations", ""},
                                    {"À jour", "a-jour"},
                                    {"Pas à jour", "en-retard"},
                                    {"Non connue", "inconnue"}}) {
    auto filter = page.filter;
    filter.dues = dues;
    tabs.push_back({.label = label,
                    .href = html::Url::local(filter_path(page.section.id, filter)),
                    .current = page.filter.dues == dues});
  }
  ui::pills(out, "Cotisation", tabs);
}

void table(html::Out& out, const MembersOffice& page) {
  std::vector<ui::Column> columns;
  for (const auto* label : {"Nom", "Rôle", "Listes", "Zone", "Dernier accès"}) columns.push_back({.label = label});
  if (page.has_dues()) columns.push_back({.label = "Cotisation"});
  columns.push_back({.label = "Contact"});
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto today = paris::day(now);
  ui::table(out, {.caption = "Membres de la section", .columns = columns, .tick = "member"}, [&](ui::Rows& rows) {
    for (const auto& row : page.rows)
      rows.row({.value = std::to_string(row.id.number()), .name = row.name()}, [&](ui::Cells& cells) {
        cells.cell([&] {
          ui::person_inline(
              out, {.name = row.name(), .href = members::profile_url(row.id), .photo = images::url(row.picture)});
        });
        cells.cell([&] {
          ui::chip(out, rank_words(row.role, row.kind), row.role == "member" ? ui::Tone::plain : ui::Tone::accent);
        });
        cells.cell([&] {
          for (const auto& list : row.lists) {
            ui::chip(out, list);
            out(" ");
          }
        });
        cells.cell([&] {
          for (const auto& zone : row.zones) {
            ui::chip(out, zone, ui::Tone::good);
            out(" ");
          }
        });
        cells.cell(row.last_seen_at ? french::ago(std::chrono::floor<std::chrono::seconds>(*row.last_seen_at), now)
                                    : "jamais");
        if (page.has_dues())
          cells.cell([&] {
            if (!row.dues.empty())
              ui::chip(out, dues_words(row.dues), dues_current(row.dues, today) ? ui::Tone::good : ui::Tone::warning);
          });
        cells.cell([&] {
          // Not fetched by a pointer that passes: the person reads who opened it.
          out(R"(<a data-turbo-prefetch="false" href="{}">Joindre<span class="sr"> {}</span></a>)",
              section_url(page.section.id, "/gestion/membres/" + std::to_string(row.id.number())), row.name());
        });
      });
  });
}

// A menu that opens upwards from the bar; script or not.
template <class Body>
void menu(html::Out& out, std::string_view label, Body&& body) {
  out(R"(<details class="menu" data-controller="more"><summary class="btn">{}{}</summary><div class="sheet">)", label,
      ui::icon("chevron-up"));
  body();
  out("</div></details>");
}

void choice(html::Out& out, const html::Url& action, std::string_view label, std::string_view name,
            std::string_view value) {
  ui::submit(out, {.label = label, .look = ui::Look::quiet, .name = name, .value = value, .action = action});
}

void rank_menu(html::Out& out, const MembersOffice& page) {
  const auto action = section_url(page.section.id, "/gestion/membres/role");
  menu(out, "Rôle", [&] {
    out("<p>Promouvoir</p>");
    choice(out, action, "Trésorier ou trésorière", "rank", "treasurer");
    choice(out, action, "Membre du bureau", "rank", "bureau");
    out("<p>Démettre, ou changer de statut</p>");
    choice(out, action, "Adhérent", "rank", "adherent");
    choice(out, action, "Sympathisant", "rank", "sympathisant");
  });
}

void lists_menu(html::Out& out, const MembersOffice& page, std::string_view kind) {
  const bool zone = kind == "zone";
  const auto put = section_url(page.section.id, "/gestion/membres/ajout");
  const auto take = section_url(page.section.id, "/gestion/membres/enlevement");
  menu(out, zone ? "Zone" : "Liste", [&] {
    bool any = false;
    for (const auto& list : page.lists) {
      if (list.kind != kind) continue;
      if (!any) out("<p>{}</p>", zone ? "Localiser dans" : "Ajouter à");
      any = true;
      choice(out, put, list.name, "to", std::to_string(list.id.number()));
    }
    if (!any)
      ui::link_button(out, section_url(page.section.id, "/gestion/listes/creation?type=" + std::string(kind)),
                      {.label = zone ? "Créer une zone" : "Créer une liste", .look = ui::Look::quiet, .icon = "plus"});
    const auto* here = current_list(page);
    if (here && here->kind == kind) {
      out("<p>Enlever</p>");
      choice(out, take, "De « " + here->name + " »", "from", std::to_string(here->id.number()));
    }
  });
}

void acts(html::Out& out, const MembersOffice& page) {
  const auto all = page.filter.words.empty() && page.filter.dues.empty() ? shown_count(page) : page.counts.found;
  ui::selection_bar(out, {.total = all > std::ssize(page.rows) ? static_cast<int>(all) : 0}, [&] {
    lists_menu(out, page, "list");
    lists_menu(out, page, "zone");
    if (page.section.secretary()) rank_menu(out, page);
    if (page.section.may("messages"))
      ui::submit(out, {.label = "Écrire",
                       .look = ui::Look::plain,
                       .icon = "mail",
                       .action = section_url(page.section.id, "/gestion/courriers/coches")});
    ui::submit(out, {.label = "Retirer",
                     .look = ui::Look::plain,
                     .confirm = "Retirer ces personnes de la section ? Elles gardent leur compte sur La Coopol.",
                     .action = section_url(page.section.id, "/gestion/membres/retrait")});
  });
}

void nobody(html::Out& out, const MembersOffice& page) {
  if (!page.filter.dues.empty() && page.filter.words.empty())
    return ui::empty_state(out, {.icon = "users-round", .title = "Personne dans ce cas."});
  if (!page.filter.words.empty())
    return ui::empty_state(
        out, {.icon = "search", .title = "Personne ne répond à ce nom.", .text = "Essaie avec moins de lettres."});
  if (current_list(page))
    return ui::empty_state(out, {.icon = "users-round",
                                 .title = "Il n’y a encore personne ici.",
                                 .text = "Coche des membres dans « Tous les membres », puis ajoute-les."});
  ui::empty_state(out, {.icon = "user-plus",
                        .title = "Personne pour le moment.",
                        .text = "Invite les membres de ta section : ils apparaissent ici dès leur arrivée.",
                        .href = page.section.may("invitations")
                                    ? std::optional(section_url(page.section.id, "/gestion/invitations"))
                                    : std::nullopt,
                        .link = "Inviter des membres"});
}

}  // namespace

std::string_view rank_words(std::string_view role, std::string_view kind) {
  if (role == "secretary") return "Secrétaire";
  if (role == "treasurer") return "Trésorerie";
  if (role == "bureau") return "Bureau";
  return kind == "sympathisant" ? "Sympathisant" : "Adhérent";
}

void members_office(html::Out& out, const MembersOffice& page, std::string_view csrf) {
  office(out, page.section, Desk::members, [&] {
    ui::office(
        out, [&] { side(out, page); },
        [&] {
          title(out, page);
          undo(out, page, csrf);
          if (page.counts.all > 0) search(out, page);
          dues_pills(out, page);
          if (page.rows.empty()) return nobody(out, page);
          ui::selection_form(out, {.action = section_url(page.section.id, "/gestion/membres/role"), .csrf = csrf}, [&] {
            filter_fields(out, page.filter);
            table(out, page);
            acts(out, page);
          });
          ui::pager(out, page.pager);
        });
  });
}

}  // namespace sections
