#include "sections/configuration_view.hpp"

#include "images/field.hpp"
#include "ui/feedback.hpp"

namespace sections {

namespace {

void contact(html::Out& out, const Profile& p, const ui::Errors& errors) {
  ui::fieldset(out, "Coordonnées", [&] {
    out(R"(<p class="soft">Tous les membres de La Coopol peuvent les lire : n’indique que ce qui peut être public.</p>)");
    ui::field(
        out,
        {.name = "address", .label = "Adresse", .value = p.address, .error = errors["address"], .autocomplete = "off"});
    ui::field(out, {.name = "complement",
                    .label = "Complément",
                    .value = p.complement,
                    .hint = "Étage, bâtiment, fond de cour…",
                    .error = errors["complement"],
                    .autocomplete = "off"});
    ui::postcode_city(
        out,
        {.postcode = p.postcode, .city = p.city, .postcode_error = errors["postcode"], .city_error = errors["city"]});
    ui::field(
        out,
        {.name = "country", .label = "Pays", .value = p.country, .error = errors["country"], .autocomplete = "off"});
    ui::field(out, {.name = "phone",
                    .label = "Téléphone",
                    .value = p.phone,
                    .type = "tel",
                    .error = errors["phone"],
                    .autocomplete = "off"});
  });
}

void officers(html::Out& out, const Profile& p, const ui::Errors& errors) {
  ui::fieldset(out, "Composition du bureau", [&] {
    ui::field(out, {.name = "treasurer",
                    .label = "Trésorier ou trésorière",
                    .value = p.treasurer,
                    .error = errors["treasurer"],
                    .autocomplete = "off"});
    ui::textarea(out, {.name = "bureau",
                       .label = "Membres du bureau",
                       .value = p.bureau,
                       .hint = "Un nom par ligne.",
                       .error = errors["bureau"],
                       .rows = 4});
  });
}

void web(html::Out& out, const Profile& p, const ui::Errors& errors) {
  ui::fieldset(out, "Présence sur le web", [&] {
    ui::field(out, {.name = "website",
                    .label = "Site web",
                    .value = p.website,
                    .type = "url",
                    .error = errors["website"],
                    .placeholder = "https://www.ma-section.fr"});
    ui::field(
        out,
        {.name = "facebook", .label = "Facebook", .value = p.facebook, .type = "url", .error = errors["facebook"]});
    ui::field(out, {.name = "twitter", .label = "Twitter", .value = p.twitter, .error = errors["twitter"]});
  });
}

}  // namespace

void configuration_page(html::Out& out, const ConfigurationPage& page, std::string_view csrf) {
  const auto& [section, p, errors, picture_removed] = page;
  office(out, section, Desk::configuration, [&] {
    if (!section.active)
      ui::notice(out, ui::Flash::Tone::info,
                 "Bienvenue ! Donne d’abord un nom et des coordonnées à ta section : elle sera ouverte dès que tu "
                 "auras enregistré. Ensuite, tu pourras inviter ses membres.");
    else
      out(R"(<ul class="lines"><li><a href="{}">Message d’accueil</a> <span class="soft">ce que chaque nouveau membre reçoit de toi</span></li><li><a href="{}">La semaine</a> <span class="soft">l’agenda de la section, à coller ou à imprimer</span></li></ul>)",
          section_url(section.id, "/gestion/accueil"), section_url(section.id, "/semaine"));
    ui::error_summary(out, errors);
    ui::form(out, {.action = section_url(section.id, "/gestion/configuration"), .csrf = csrf, .upload = true}, [&] {
      ui::field(out, {.name = "name",
                      .label = "Nom de la section",
                      .value = p.name,
                      .error = errors["name"],
                      .max_length = 120,
                      .required = true});
      images::field(out, {.name = picture_field,
                          .label = "Image de la section",
                          .present = p.picture,
                          .description = "L’image actuelle",
                          .removal = "Enlever l’image",
                          .removed = picture_removed,
                          .hint = "Une photo du groupe, un logo, la façade du local… 8 Mo au plus.",
                          .error = errors[picture_field]});
      contact(out, p, errors);
      officers(out, p, errors);
      web(out, p, errors);
      ui::buttons(out, [&] {
        ui::submit(out, {.label = section.active ? "Enregistrer" : "Enregistrer et ouvrir la section"});
      });
    });
  });
}

}  // namespace sections
