#include "sections/register_desk.hpp"

#include <vector>

namespace sections {

// Whoever has come in leaves these lists (S05).
const pg::Statement<DeskRow(SpaceId)> find_desk{"sections.desk", R"(
  select s.id, s.name, s.activated_at is not null, c.ready, c.sent, c.incomplete,
         (select count(*) from section_request r where r.section_id = s.id and r.answered_at is null),
         (select count(*) from invitation i where i.space_id = s.id and i.role = 'member' and i.accepted_at is not null), viewer_powers(s.id)
    from space s cross join lateral (
           select count(*) filter (where i.id is null and e.incomplete is null) as ready, count(*) filter (where i.id is not null and i.refused is null) as sent,
                  count(*) filter (where i.refused is not null or (i.id is null and e.incomplete is not null)) as incomplete
             from register_entry e left join invitation i on i.register_entry_id = e.id
            where e.section_id = s.id and e.member_id is null and i.accepted_at is null) c
   where s.id = $1 and s.kind = 'section')"};

RegisterDesk::RegisterDesk(const DeskRow& row, Place place)
    : section{row.id, row.name, row.active, row.requests, row.powers},
      counts{row.ready, row.sent, row.incomplete, row.came},
      here(place) {}

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
  std::vector items{item("Membres à inviter", Place::ready, desk.counts.ready),
                    item("Création d’un membre", Place::creation),
                    item("Invitations envoyées", Place::sent, desk.counts.sent),
                    item("Profils incomplets", Place::incomplete, desk.counts.incomplete)};
  if (desk.section.secretary()) items.push_back(item("Importer mon fichier de membres", Place::import));
  ui::side_list(out, "Invitations", items);
}

}  // namespace sections
