#include "near/found.hpp"

namespace near {

const pg::Statement<Origin(std::string)> origin{"near.origin", R"(
  select c.code, c.name, c.department, public.st_y(s.spot::public.geometry), public.st_x(s.spot::public.geometry)
    from commune c, commune_spot(c.code) s (spot) where c.code = near_commune($1))"};

// The key of what was typed is made once, and of no commune: the index has theirs. Two searches, since one with «or»
// would make them again.
const pg::Statement<Commune(std::string, std::int64_t)> communes_named{"near.communes", R"(
  with typed as materialized (select place_key($1) as key), found as (
    select c.code from commune c
     where (select key from typed) <> '' and place_key(c.name) ~>=~ (select key from typed) and place_key(c.name) ~<~ (select key || '{' from typed)
    union select p.commune_code from commune_postcode p where p.postcode = $1)
  select c.code, c.name, c.department, c.code = any(array(select s.code from commune s where place_key(s.name) = (select key from typed)))
    from found join commune c on c.code = found.code order by 4 desc, c.population desc, c.code limit $2)"};

const pg::Statement<Event(std::string, double, std::int32_t, std::int32_t)> events_near{"near.events", R"(
  select e.id, e.kind, e.title, e.city, e.starts_at, public.st_y(e.spot::public.geometry), public.st_x(e.spot::public.geometry), found.metres
    from near_events(commune_spot(near_commune($1)), $2, $3, $4) found join event e on e.id = found.id
   order by found.metres, e.starts_at, e.id)"};

const pg::Statement<Section(std::string, double, std::int32_t, std::int32_t)> sections_near{"near.sections", R"(
  select s.id, s.name, f.name, coalesce(p.city, ''), s.activated_at is not null, public.st_y(p.spot::public.geometry), public.st_x(p.spot::public.geometry), found.metres
    from near_sections(commune_spot(near_commune($1)), $2, $3, $4) found
    join section_profile p on p.space_id = found.id join space s on s.id = found.id join space f on f.id = s.parent_id
   order by found.metres, s.name, s.id)"};

}  // namespace near
