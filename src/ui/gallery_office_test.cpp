#include <array>
#include <vector>

#include "core/text/french.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/gallery.hpp"
#include "ui/navigation.hpp"
#include "ui/table.hpp"

namespace gallery {

using html::Url;

namespace {
struct Someone {
  std::string name, role, list, zone, access;
  bool ticked = false;
};

const std::vector<Someone> people = {{"Albin Mercadier", "Adhérent", "Tractage", "Centre", "17 nov."},
                                     {"Anne-Cécile Roy", "Adhérente", "", "Chaprais", "hier", true},
                                     {"Ariane Lebrun", "Trésorière", "Bureau", "Chaprais", "aujourd’hui", true},
                                     {"Bruno Hadjaj", "Adhérent", "", "", "6 nov."},
                                     {"Cédric Noël", "Sympathisant", "Nouveaux", "Centre", "8 nov."},
                                     {"Fatou Diémé", "Adhérente", "Tractage", "Centre", "2 nov."},
                                     {"Marie-Bernadette Vandenbroucke-de Montalembert", "Sympathisante",
                                      "Porte-à-porte du samedi matin", "Quartier de la Grette", "jamais"}};

void tabs(html::Out& out, int current) {
  std::vector<ui::Tab> tabs = {{"Demandes", Url::local("/s/demandes"), false, 2},
                               {"Membres", Url::local("/s/membres"), false},
                               {"Gestion des invitations", Url::local("/s/invitations"), false},
                               {"Contacts", Url::local("/s/contacts"), false},
                               {"Configuration", Url::local("/s/configuration"), false}};
  tabs[static_cast<size_t>(current)].current = true;
  ui::tabs(out, "Gestion de la section", tabs);
}
}  // namespace

void office(html::Out& out) {
  ui::page(out, member_frame(), {.title = "Membres · Besançon-Nord", .here = ui::Key::section}, [&] {
    out(R"(<div class="stack"><h1>Section Besançon-Nord</h1>)");
    tabs(out, 1);
    ui::office(
        out,
        [&] {
          ui::side_list(out, "Listes",
                        std::array{ui::SideItem{"Tous les membres", Url::local("/m"), 28, true},
                                   ui::SideItem{"Adhérents", Url::local("/m"), 26},
                                   ui::SideItem{"Sympathisants", Url::local("/m"), 2},
                                   ui::SideItem{"Tractage", Url::local("/m"), 9, false, "Listes"},
                                   ui::SideItem{"Porte-à-porte du samedi matin", Url::local("/m"), 5},
                                   ui::SideItem{"Créer une liste", Url::local("/m"), -1, false, "", true},
                                   ui::SideItem{"Centre", Url::local("/m"), 11, false, "Zones"},
                                   ui::SideItem{"Chaprais", Url::local("/m"), 8},
                                   ui::SideItem{"Créer une zone", Url::local("/m"), -1, false, "", true}});
        },
        [&] {
          ui::form(out, {.action = Url::local("/m"), .get = true}, [&] {
            ui::field(out, {.name = "q",
                            .label = "Chercher un membre",
                            .type = "search",
                            .placeholder = "Chercher parmi les 28 membres",
                            .hide_label = true});
          });
          const std::array columns = {ui::Column{"Nom", Url::local("/m?tri=nom"), ui::Column::Sorted::up},
                                      ui::Column{"Rôle"}, ui::Column{"Listes"}, ui::Column{"Zone"},
                                      ui::Column{"Dernier accès", Url::local("/m?tri=acces")}};
          ui::selection_form(out, {.action = Url::local("/m/ecrire"), .csrf = "jeton"}, [&] {
            ui::table(out, {.caption = "Membres de la section", .columns = columns, .tick = "member"},
                      [&](ui::Rows& rows) {
                        int id = 0;
                        for (const auto& someone : people) {
                          rows.row({.value = std::to_string(++id), .name = someone.name, .ticked = someone.ticked},
                                   [&](ui::Cells& cells) {
                                     cells.cell([&] { ui::person_inline(out, person(someone.name)); });
                                     cells.cell([&] {
                                       ui::chip(out, someone.role,
                                                someone.role == "Trésorière" ? ui::Tone::accent : ui::Tone::plain);
                                     });
                                     cells.cell([&] {
                                       if (!someone.list.empty()) ui::chip(out, someone.list);
                                     });
                                     cells.cell([&] {
                                       if (!someone.zone.empty()) ui::chip(out, someone.zone, ui::Tone::good);
                                     });
                                     cells.cell(someone.access);
                                   });
                        }
                      });
            ui::selection_bar(out, {.total = 28}, [&] {
              ui::submit(out, {.label = "Écrire", .icon = "mail"});
              ui::submit(out, {.label = "Liste", .look = ui::Look::plain, .action = Url::local("/m/liste")});
              ui::submit(out, {.label = "Zone", .look = ui::Look::plain, .action = Url::local("/m/zone")});
              ui::submit(out, {.label = "Retirer",
                               .look = ui::Look::plain,
                               .confirm = "Retirer ces personnes de la section ?",
                               .action = Url::local("/m/retirer")});
            });
          });
          ui::pager(out, {.previous = std::nullopt, .next = Url::local("/m?apres=7"), .words = "1 à 7 sur 28"});
        });
    out("</div>");
  });
}

void invitations(html::Out& out) {
  ui::page(out, member_frame(), {.title = "Invitations · Besançon-Nord", .here = ui::Key::section}, [&] {
    out(R"(<div class="stack"><h1>Section Besançon-Nord</h1>)");
    tabs(out, 2);
    ui::office(
        out,
        [&] {
          ui::side_list(out, "Invitations",
                        std::array{ui::SideItem{"Membres à inviter", Url::local("/i"), 4, true},
                                   ui::SideItem{"Création d’un membre", Url::local("/i")},
                                   ui::SideItem{"Invitations envoyées", Url::local("/i"), 11},
                                   ui::SideItem{"Profils incomplets", Url::local("/i"), 35},
                                   ui::SideItem{"Importer mon fichier", Url::local("/i")}});
        },
        [&] {
          out(R"(<div class="stack">)");
          ui::progress(out, {.id = "mailing-3",
                             .label = "Envoi des invitations",
                             .done = 213,
                             .total = 400,
                             .detail = "2 adresses refusées"});
          ui::progress(out, {.id = "import-7", .label = "Lecture du fichier", .done = 0, .total = 0});
          ui::progress(out, {.id = "import-6",
                             .label = "Import terminé",
                             .done = 400,
                             .total = 400,
                             .detail = "362 à inviter, 38 profils incomplets",
                             .finished = true});
          const std::array columns = {ui::Column{"Nom"},
                                      ui::Column{"Ligne", std::nullopt, ui::Column::Sorted::no, true},
                                      ui::Column{"Courriel"}, ui::Column{"Ce qui manque"}};
          ui::table(out, {.caption = "Profils incomplets", .columns = columns}, [&](ui::Rows& rows) {
            rows.row({.tone = "wrong"}, [&](ui::Cells& cells) {
              cells.cell("Sabine Un");
              cells.cell("12");
              cells.cell("sabine.un@exemple");
              cells.cell("une adresse valable");
            });
            rows.row({}, [&](ui::Cells& cells) {
              cells.cell("Virginie Deux");
              cells.cell("204");
              cells.cell("virginie.deux.de.la.section@un-tres-long-domaine.exemple.fr");
              cells.cell(
                  [&] { ui::link_button(out, Url::local("/i/2"), {.label = "Corriger", .look = ui::Look::plain}); });
            });
          });
          ui::empty_state(out, {.icon = "user-plus",
                                .title = "Tout le monde est invité",
                                .text = "Importe un fichier ou crée un membre pour continuer.",
                                .href = Url::local("/i/importer"),
                                .link = "Importer un fichier"});
          out("</div>");
        });
    out("</div>");
  });
}

}  // namespace gallery
