#include "sections/coordinates.hpp"

#include "core/text/phone.hpp"
#include "members/card.hpp"
#include "sections/office.hpp"
#include "sections/register_dues.hpp"
#include "ui/feedback.hpp"

namespace sections {
namespace {

struct Coordinates {
  std::string first_name, last_name;
  std::optional<PictureId> picture;
  std::optional<std::string> email;
  std::string phone, address, complement, postcode, city, country;

  [[nodiscard]] std::string name() const { return first_name + ' ' + last_name; }
};
const pg::Statement<Coordinates(SpaceId, MemberId)> open_coordinates{"sections.coordinates",
                                                                     "select * from member_coordinates($1, $2)"};

const pg::Statement<std::string(SpaceId, MemberId)> dues_of{"sections.dues_of",
                                                            "select dues from section_dues($1, array[$2::bigint])"};

std::string joined(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() ? a + b : a + ' ' + b;
}

}  // namespace

http::Response show_coordinates(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto whom = v.id<MemberId>("person");
  const auto section = v.one(section_name, id);
  const auto found = v.one(open_coordinates, id, whom);
  const auto dues = v.maybe(dues_of, id, whom);
  v.ask();
  const Coordinates& c = *found;
  return v.page({.title = office_title("Coordonnées", *section), .here = ui::Key::section}, [&](html::Out& out) {
    office(out, *section, Desk::members, [&] {
      ui::back_link(out, section_url(id, "/gestion/membres"), "Membres");
      ui::panel(out, "Coordonnées", [&] {
        ui::person_inline(out, {.name = c.name(), .href = members::profile_url(whom), .photo = images::url(c.picture)});
        const ui::Definition lines[] = {{"Courriel", c.email.value_or("")},
                                        {"Téléphone", phone::shown(c.phone)},
                                        {"Adresse", c.address},
                                        {"Complément", c.complement},
                                        {"Ville", joined(c.postcode, c.city)},
                                        {"Pays", c.country},
                                        {"Cotisation, d’après le fichier", dues_words(dues->value_or(""))}};
        ui::definitions(out, lines);
      });
      ui::notice(
          out, ui::Flash::Tone::info,
          "Ces coordonnées te sont confiées pour l’action de la section, et pour elle seule. Ta consultation est "
          "notée : " +
              c.first_name + " peut la lire.");
    });
  });
}

}  // namespace sections
