#include <array>

#include "ui/event_card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/gallery.hpp"
#include "ui/navigation.hpp"

namespace gallery {

using html::Url;

void visitor(html::Out& out) {
  ui::visitor_page(out, visitor_frame(), {.title = "Bienvenue"}, [&] {
    ui::hero(
        out,
        [&] {
          out(R"(<h1>On s’organise ici, on agit dehors.</h1><p class="lead">La coopérative politique de celles et ceux qui veulent agir à gauche : )"
              R"(retrouver sa section, préparer une action, écrire à plusieurs, frapper aux bonnes portes.</p>)"
              R"(<p class="verbs"><span>s’organiser</span> <span>échanger</span> <span>s’informer</span> <span>coproduire</span> <span>agir</span></p>)"
              R"(<p>Ce que tu écris reste dans le cercle que tu choisis. Rien n’apparaît dans les moteurs de recherche, et personne, pas même nous, )"
              R"(ne lit tes messages.</p>)");
        },
        [&] {
          out("<h2>Se connecter</h2>");
          ui::form(out, {.action = Url::local("/connexion"), .csrf = "jeton"}, [&] {
            ui::field(out, {.name = "email",
                            .label = "Courriel",
                            .type = "email",
                            .autocomplete = "username",
                            .placeholder = "prenom.nom@exemple.fr"});
            ui::password_field(out, {.name = "password", .label = "Mot de passe", .autocomplete = "current-password"});
            ui::submit(out, {.label = "Se connecter", .wide = true});
          });
          out(R"(<p><a href="/mot-de-passe/oublie">Demander un nouveau mot de passe</a></p><hr>)");
          ui::link_button(out, Url::local("/inscription"),
                          {.label = "S’inscrire", .look = ui::Look::plain, .wide = true});
        });
  });
}

void welcome(html::Out& out) {
  ui::visitor_page(out, visitor_frame(), {.title = "Choisis ton mot de passe"}, [&] {
    out(R"(<div class="panel stack">)");
    ui::stepper(out,
                std::array{ui::Step{"La charte", Url::local("/invitation/charte")}, ui::Step{"Ton mot de passe"},
                           ui::Step{"Bienvenue"}},
                2);
    out("<h1>Choisis ton mot de passe</h1>");
    ui::Errors errors;
    errors.add("password", "Douze caractères au moins : il en manque cinq.");
    errors.add("charter", "Accepte la charte pour continuer.");
    ui::error_summary(out, errors);
    ui::form(out, {.action = Url::local("/invitation"), .csrf = "jeton"}, [&] {
      ui::password_field(out,
                         {.name = "password",
                          .label = "Mot de passe",
                          .hint = "Une phrase se retient mieux qu’un mot.",
                          .error = errors["password"],
                          .autocomplete = "new-password",
                          .required = true},
                         true);
      ui::password_field(
          out, {.name = "again", .label = "Encore une fois", .autocomplete = "new-password", .required = true});
      ui::checkbox(out, {.name = "charter",
                         .label = "J’ai lu la charte et je l’accepte",
                         .error = errors["charter"],
                         .required = true});
      ui::submit(out, {.label = "Entrer", .wide = true, .sending = "On prépare ta place…"});
    });
    out("</div>");
  });
}

void event_form(html::Out& out) {
  ui::page(out, member_frame(), {.title = "Créer un événement", .here = ui::Key::agenda}, [&] {
    out(R"(<div class="stack"><h1>Créer un événement</h1>)");
    ui::stepper(out, std::array{ui::Step{"L’événement"}, ui::Step{"L’invitation"}, ui::Step{"Les invités"}}, 1);
    ui::Errors errors;
    errors.add("title", "Donne un titre.");
    errors.add("end", "Choisis une heure de fin après 10 h 00.");
    ui::error_summary(out, errors);
    ui::form(out, {.action = Url::local("/evenements"), .csrf = "jeton", .upload = true}, [&] {
      ui::tile_group(out, {.name = "kind",
                           .label = "Une mission",
                           .options = ui::kind_options(true),
                           .selected = "door_to_door",
                           .required = true});
      ui::tile_group(out, {.name = "meeting", .label = "Ou une réunion", .options = ui::kind_options(false)});
      ui::field(out, {.name = "title", .label = "Titre", .error = errors["title"], .required = true});
      ui::date_time(out, {.name = "start", .label = "Début", .date = "2025-11-29", .time = "10:00", .required = true});
      ui::date_time(out, {.name = "end",
                          .label = "Fin",
                          .date = "2025-11-29",
                          .time = "09:00",
                          .error = errors["end"],
                          .required = true});
      ui::fieldset(out, "Où ça se passe", [&] {
        ui::field(out, {.name = "address",
                        .label = "Adresse",
                        .value = "12 rue des Tilleuls",
                        .autocomplete = "street-address",
                        .required = true});
        ui::field(out, {.name = "complement", .label = "Complément d’adresse"});
        ui::postcode_city(out, {.postcode = "25000", .city = "Besançon", .required = true});
      });
      ui::fieldset(out, "Ce qu’on y fait", [&] {
        ui::textarea(out, {.name = "description",
                           .label = "Description",
                           .value = "On frappe par deux.\n\nRendez-vous devant la boulangerie.",
                           .hint = "Le rendez-vous, le matériel, à qui téléphoner."});
        ui::file_field(
            out, {.name = "picture", .label = "Illustration", .accept = ".png,.jpg,.gif", .hint = "8 Mo au plus."});
      });
      ui::fieldset(out, "Qui peut la voir", [&] {
        ui::checkbox(
            out,
            {.name = "space", .label = "Section Besançon-Nord", .value = "12", .checked = true, .id = "f-space-12"});
        ui::checkbox(
            out,
            {.name = "public", .label = "Tout le monde sur La Coopol", .hint = "Un événement sans espace est public."});
      });
      ui::buttons(out, [&] {
        ui::submit(out, {.label = "Suivant", .icon = "arrow-right"});
        ui::submit(out, {.label = "Garder comme brouillon", .look = ui::Look::plain, .name = "draft", .value = "1"});
      });
    });
    out("</div>");
  });
}

void account(html::Out& out) {
  ui::page(out, member_frame(), {.title = "Mon compte", .here = ui::Key::account}, [&] {
    out(R"(<div class="stack"><h1>Modifier mon compte</h1>)");
    ui::tabs(out, "Mon compte",
             std::array{ui::Tab{"Données de connexion", Url::local("/compte")},
                        ui::Tab{"Données personnelles", Url::local("/compte/personnel"), true},
                        ui::Tab{"Notifications", Url::local("/compte/notifications")},
                        ui::Tab{"Visibilité", Url::local("/compte/visibilite")}});
    out("<div>");
    ui::disclosure(out, "Mes informations personnelles", true, [&] {
      ui::form(out, {.action = Url::local("/compte/personnel"), .csrf = "jeton"}, [&] {
        const std::array sexes = {ui::Option{"f", "Femme"}, ui::Option{"m", "Homme"},
                                  ui::Option{"", "Je préfère ne pas dire"}};
        ui::radio_group(out, {.name = "sex", .label = "Sexe", .options = sexes, .selected = "f"});
        ui::field(out, {.name = "birth",
                        .label = "Date de naissance",
                        .value = "1979-11-09",
                        .type = "date",
                        .autocomplete = "bday"});
        ui::submit(out, {.label = "Enregistrer"});
      });
    });
    ui::disclosure(out, "Mes activités politiques", true, [&] {
      const std::array mandates = {ui::Option{.value = "maire", .label = "Maire", .group = "Commune"},
                                   ui::Option{.value = "adjoint", .label = "Adjointe au maire", .group = "Commune"},
                                   ui::Option{.value = "depute", .label = "Députée", .group = "Nation"}};
      ui::select(out, {.name = "mandate",
                       .label = "Mandat",
                       .options = mandates,
                       .hint = "N’apparaît pas sur ton profil.",
                       .empty = "Aucun"});
    });
    ui::disclosure(out, "Ma visibilité", false, [&] { out("<p>…</p>"); });
    out("</div>");
    ui::definitions(out, std::array{ui::Definition{"Courriel", "ines.carrel@exemple.fr"},
                                    ui::Definition{"Téléphone", ""}, ui::Definition{"Section", "Besançon-Nord"}});
    out("</div>");
  });
}

void parts(html::Out& out) {
  ui::page(out, member_frame(), {.title = "Pièces"}, [&] {
    out(R"(<div class="stack"><h1>Toutes les pièces</h1>)");
    for (const auto& kind : ui::kinds())
      ui::gauge(out, {.id = "gauge-" + std::string(kind.code), .unit = kind.unit, .coming = 5, .maybe = 2, .goal = 10});
    ui::gauge(out, {.id = "gauge-none", .coming = 0, .goal = 12});
    ui::gauge(out, {.id = "gauge-over", .coming = 15, .maybe = 3, .goal = 12});
    ui::gauge(out, {.id = "gauge-forty", .unit = ui::Unit::door, .coming = 22, .maybe = 6, .goal = 40, .large = true});
    ui::gauge(out, {.id = "gauge-bar", .coming = 22, .maybe = 6, .goal = 41});
    ui::notice(out, ui::Flash::Tone::good, "Tout est enregistré.");
    ui::notice(out, ui::Flash::Tone::info, "Les invitations partent par petits paquets.");
    ui::notice(out, ui::Flash::Tone::warning, "Deux adresses sont partagées.");
    ui::notice(out, ui::Flash::Tone::bad, "Le fichier n’a pas pu être lu.");
    out("<p>");
    ui::chip(out, "Adhérente");
    ui::chip(out, "Trésorière", ui::Tone::accent);
    ui::chip(out, "Centre", ui::Tone::good);
    ui::chip(out, "à compléter", ui::Tone::warning);
    ui::chip(out, "refusé", ui::Tone::bad);
    out("</p>");
    ui::buttons(out, [&] {
      ui::link_button(out, Url::local("/x"), {.label = "Principal"});
      ui::link_button(out, Url::local("/x"), {.label = "Simple", .look = ui::Look::plain, .icon = "pencil"});
      ui::link_button(out, Url::local("/x"), {.label = "Discret", .look = ui::Look::quiet});
      ui::link_button(out, Url::local("/x"), {.label = "Danger", .look = ui::Look::danger, .icon = "trash-2"});
    });
    ui::dialog(out, "write", "Écrire un mot", "Un mot pour Malik", [&] {
      ui::form(out, {.action = Url::local("/messages"), .csrf = "jeton"}, [&] {
        ui::textarea(out, {.name = "word", .label = "Message", .rows = 3});
        ui::submit(out, {.label = "Envoyer", .icon = "send"});
      });
    });
    out(R"(<ul class="people">)");
    for (const char* name : {"Ana Ybarra", "Bob", "Chloé N’Diaye", "Émile Zannettacci", "Ørjan Lund",
                             "Yasmine El Amrani", "Zoé Petit-Jean", "Hugo Weiss", "Maëlle Le Goff"})
      ui::person_row(out, person(name, "Adhérente · Besançon-Nord"));
    ui::person_row(out, person("Paul Régnier", "veut devenir ton coopain"), [&] {
      ui::submit(out, {.label = "Accepter"});
      ui::submit(out, {.label = "Refuser", .look = ui::Look::quiet});
    });
    out("</ul></div>");
  });
}

}  // namespace gallery
