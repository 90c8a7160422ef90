#include "sections/register_desk.hpp"

#include <array>

namespace sections {

// Whoever has come in leaves these lists (S05).
const pg::Statement<RegisterCounts(SpaceId)> register_counts{"sections.register_counts", R"(
  select count(*) filter (where i.id is null and e.incomplete is null), count(*) filter (where i.id is not null),
         count(*) filter (where i.id is null and e.incomplete is not null)
    from register_entry e left join invitation i on i.register_entry_id = e.id
   where e.section_id = $1 and e.member_id is null and i.accepted_at is null)"};

std::string_view place_path(Place place) {
  switch (place) {
    case Place::ready:
      return "/gestion/invitations";
    case Place::creation:
      return "/gestion/invitations/creation";
    case Place::sent:
      return "/gestion/invitations/envoyees";
    case Place::incomplete:
      return "/gestion/invitations/incomplets";
    case Place::import:
      return "/gestion/importer";
  }
  return "";
}

void side(html::Out& out, const RegisterDesk& desk) {
  const auto item = [&](std::string label, Place place, std::int64_t count = -1) {
    return ui::SideItem{std::move(label), section_url(desk.section.id, place_path(place)), static_cast<int>(count),
                        desk.here == place};
  };
  const std::array items{item("Membres à inviter", Place::ready, desk.counts.ready),
                         item("Création d’un membre", Place::creation),
                         item("Invitations envoyées", Place::sent, desk.counts.sent),
                         item("Profils incomplets", Place::incomplete, desk.counts.incomplete),
                         item("Importer mon fichier de membres", Place::import)};
  ui::side_list(out, "Invitations", items);
}

}  // namespace sections
