#include "sections/configuration.hpp"

#include "images/field.hpp"
#include "sections/configuration_view.hpp"

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
const pg::Statement<void(SpaceId, pg::Bytes, std::string, std::int32_t, std::int32_t)> save_picture{
    "sections.save_picture", "select section_set_picture($1, $2, $3, $4, $5)"};
const pg::Statement<void(SpaceId)> remove_picture{"sections.remove_picture",
                                                  "update section_profile set picture_id = null where space_id = $1"};

http::Response page(gate::Visit& v, const ConfigurationPage& page, int status) {
  return v.page(
      {.title = office_title("Configuration", page.section), .here = ui::Key::section},
      [&](html::Out& out) { configuration_page(out, page, v.csrf()); }, status);
}

Profile typed(const gate::Visit& v, std::optional<images::PictureId> picture) {
  return {v.field("name"),
          v.field("address"),
          v.field("complement"),
          v.field("postcode"),
          v.field("city"),
          v.field("country"),
          v.field("phone"),
          v.field("treasurer"),
          v.field("bureau"),
          v.field("website"),
          v.field("facebook"),
          v.field("twitter"),
          picture};
}

// A photo is read only when all else is right.
images::Choice check_picture(const gate::Visit& v, ui::Errors& errors) {
  if (!errors.empty()) {
    if (images::given(v, picture_field)) errors.add(std::string(picture_field), std::string(images::choose_again));
    return {};
  }
  auto choice = images::choice(v, picture_field);
  if (!choice.error.empty()) errors.add(std::string(picture_field), choice.error);
  return choice;
}

}  // namespace

http::Response show_configuration(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto section = v.one(section_name, id);
  const auto profile = v.one(section_profile, id);
  v.ask();
  return page(v, {*section, *profile}, 200);
}

http::Response save_configuration(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto section = v.one(section_name, id);
  const auto before = v.one(section_profile, id);
  v.ask();
  auto p = typed(v, before->picture);
  auto errors = check(p);
  const auto picture = check_picture(v, errors);
  if (!errors.empty()) return page(v, {*section, p, errors, images::removed(v, picture_field)}, 422);
  const auto opens = v.one(save_name, id, p.name);
  v.run(save_profile, id, p.address, p.complement, p.postcode, p.city, p.country, p.phone, p.treasurer, p.bureau,
        p.website, p.facebook, p.twitter);
  if (const auto& made = picture.picture)
    v.run(save_picture, id, pg::Bytes{made->content}, pictures::media_type, made->width, made->height);
  if (picture.removed) v.run(remove_picture, id);
  v.ask();
  if (*opens)
    return v.redirect(section_path(id, "/gestion/importer"),
                      "Ta section est ouverte. Il te reste à inviter ses membres : commence par importer ton fichier.");
  return v.redirect(section_path(id, "/gestion/configuration"), "C’est enregistré.");
}

}  // namespace sections
