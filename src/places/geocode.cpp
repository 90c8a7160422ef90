#include "places/geocode.hpp"

namespace places {

// «St» and «Ste» are how people write «Saint» and «Sainte»; hyphens and apostrophes are how they do not.
const pg::Statement<Point(std::string, std::string)> commune_point{"places.commune_point", R"(
  with candidate as (
    select c.latitude, c.longitude, c.population, c.department, place_key(c.name) = place_key($2) as named
      from commune_postcode p join commune c on c.code = p.commune_code where p.postcode = $1)
  select latitude, longitude from (
    select 1 as rank, latitude, longitude from candidate where named and latitude is not null
    union all
    select 2, avg(latitude), avg(longitude) from candidate where latitude is not null having count(*) > 0
    union all
    select 3, sum(c.latitude * c.population) / sum(c.population), sum(c.longitude * c.population) / sum(c.population)
      from commune c where c.department = (select department from candidate limit 1) and c.latitude is not null and c.population > 0 having count(*) > 0
  ) as found order by rank limit 1)"};

const pg::Statement<bool(std::string, std::string)> commune_exists{"places.commune_exists", R"(
  select exists (select from commune_postcode p join commune c on c.code = p.commune_code where p.postcode = $1 and place_key(c.name) = place_key($2)))"};

}  // namespace places
