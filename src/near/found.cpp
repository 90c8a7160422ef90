#include "near/found.hpp"

namespace near {

const pg::Statement<Event(std::string, double, std::int32_t, std::int32_t)> events_near{"near.events", R"(
  select e.id, e.kind, e.title, e.city, e.starts_at, e.time_zone, e.all_day, public.st_y(e.spot::public.geometry), public.st_x(e.spot::public.geometry), found.metres
    from near_events(commune_spot(near_commune($1)), $2, $3, $4) found join event e on e.id = found.id
   order by found.metres, e.starts_at, e.id)"};

const pg::Statement<Section(std::string, double, std::int32_t, std::int32_t)> sections_near{"near.sections", R"(
  select s.id, s.name, f.name, coalesce(p.city, ''), s.activated_at is not null, public.st_y(p.spot::public.geometry), public.st_x(p.spot::public.geometry), found.metres
    from near_sections(commune_spot(near_commune($1)), $2, $3, $4) found
    join section_profile p on p.space_id = found.id join space s on s.id = found.id join space f on f.id = s.parent_id
   order by found.metres, s.name, s.id)"};

}  // namespace near
