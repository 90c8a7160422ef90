#include "sections/configuration.hpp"

#include "sections/office.hpp"
#include "sections/profile.hpp"
#include "ui/feedback.hpp"

namespace sections {
namespace {

// A postcode with one commune needs no more to know the city.
const pg::Statement<void(SpaceId, std::string, std::string, std::string, std::string, std::string, std::string,
                         std::string, std::string, std::string, std::string, std::string)>
    save_profile{"sections.save_profile", R"(
  insert into section_profile (space_id, address, complement, postcode, city, country, phone, treasurer, bureau, website, facebook, twitter)
  values ($1, $2, $3, $4, coalesce(nullif($5, ''), (
            select min(c.name) from commune_postcode p join commune c on c.code = p.commune_code where p.postcode = $4 having count(*) = 1), ''),
          $6, $7, $8, $9, $10, $11, $12)
  on conflict (space_id) do update set (address, complement, postcode, city, country, phone, treasurer, bureau, website, facebook, twitter, updated_at)
    = (excluded.address, excluded.complement, excluded.postcode, excluded.city, excluded.country, excluded.phone, excluded.treasurer, excluded.bureau,
       excluded.website, excluded.facebook, excluded.twitter, now()))"};
const pg::Statement<bool(SpaceId, std::string)> save_name{"sections.save_name", R"(
  with saved as (update space set name = $2, activated_at = coalesce(activated_at, now()) where id = $1)
  select activated_at is null from space where id = $1)"};

struct View {
  SectionName section;
  Profile profile;
  ui::Errors errors;
};

void write(html::Out& out, const View& view, std::string_view csrf) {
  const auto& [section, p, errors] = view;
  office(out, section, Desk::configuration, [&] {
    if (!section.active)
      ui::notice(out, ui::Flash::Tone::info,
                 "Bienvenue ! Donne d’abord un nom et des coordonnées à ta section : elle sera ouverte dès que tu "
                 "auras enregistré. Ensuite, tu pourras inviter ses membres.");
    ui::error_summary(out, errors);
    ui::form(out, {.action = section_url(section.id, "/gestion/configuration"), .csrf = csrf}, [&] {
      ui::field(out, {.name = "name",
                      .label = "Nom de la section",
                      .value = p.name,
                      .error = errors["name"],
                      .max_length = 120,
                      .required = true});
      ui::fieldset(out, "Coordonnées", [&] {
        out(R"(<p class="soft">Tous les membres de La Coopol peuvent les lire : n’indique que ce qui peut être public.</p>)");
        ui::field(out, {.name = "address",
                        .label = "Adresse",
                        .value = p.address,
                        .error = errors["address"],
                        .autocomplete = "off"});
        ui::field(out, {.name = "complement",
                        .label = "Complément",
                        .value = p.complement,
                        .hint = "Étage, bâtiment, fond de cour…",
                        .error = errors["complement"],
                        .autocomplete = "off"});
        ui::postcode_city(out, {.postcode = p.postcode,
                                .city = p.city,
                                .postcode_error = errors["postcode"],
                                .city_error = errors["city"]});
        ui::field(out, {.name = "country",
                        .label = "Pays",
                        .value = p.country,
                        .error = errors["country"],
                        .autocomplete = "off"});
        ui::field(out, {.name = "phone",
                        .label = "Téléphone",
                        .value = p.phone,
                        .type = "tel",
                        .error = errors["phone"],
                        .autocomplete = "off"});
      });
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
      ui::buttons(out, [&] {
        ui::submit(out, {.label = section.active ? "Enregistrer" : "Enregistrer et ouvrir la section"});
      });
    });
  });
}

http::Response page(gate::Visit& v, const View& view, int status) {
  return v.page(
      {.title = office_title("Configuration", view.section), .here = ui::Key::section},
      [&](html::Out& out) { write(out, view, v.csrf()); }, status);
}

}  // namespace

http::Response show_configuration(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto section = v.one(section_name, id);
  const auto profile = v.one(section_profile, id);
  v.ask();
  return page(v, {*section, *profile, {}}, 200);
}

http::Response save_configuration(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  Profile p{v.field("name"),   v.field("address"), v.field("complement"), v.field("postcode"),
            v.field("city"),   v.field("country"), v.field("phone"),      v.field("treasurer"),
            v.field("bureau"), v.field("website"), v.field("facebook"),   v.field("twitter")};
  if (const auto errors = check(p); !errors.empty()) {
    const auto section = v.one(section_name, id);
    v.ask();
    return page(v, {*section, p, errors}, 422);
  }
  const auto opens = v.one(save_name, id, p.name);
  v.run(save_profile, id, p.address, p.complement, p.postcode, p.city, p.country, p.phone, p.treasurer, p.bureau,
        p.website, p.facebook, p.twitter);
  v.ask();
  if (*opens)
    return v.redirect(section_path(id, "/gestion/importer"),
                      "Ta section est ouverte. Il te reste à inviter ses membres : commence par importer ton fichier.");
  return v.redirect(section_path(id, "/gestion/configuration"), "C’est enregistré.");
}

}  // namespace sections
