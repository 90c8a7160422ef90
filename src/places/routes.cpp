#include "places/routes.hpp"

#include "gate/visit.hpp"
#include "places/tile.hpp"

namespace places {
namespace {

const pg::Statement<std::string(std::string)> communes_of_postcode{"places.communes_of_postcode", R"(
  select coalesce(json_agg(json_build_object('code', c.code, 'name', c.name) order by c.population desc), '[]')::text
    from commune_postcode p join commune c on c.code = p.commune_code where p.postcode = $1)"};

constexpr Rate maps{1200, std::chrono::minutes(1)};  // a map that one drags about asks for many

// Public data; visitors fill in addresses too.
http::Response communes(gate::Visit& v) {
  const auto list = v.one(communes_of_postcode, v.query("code_postal"));
  v.ask();
  auto response = http::Response::json(*list);
  response.headers.set("cache-control", "public, max-age=86400");
  return response;
}

}  // namespace

std::vector<gate::Route> routes() {
  return {gate::get("/communes", gate::who::anyone(), communes),
          gate::get("/carte/:z/:x/:y", gate::who::member(), show_tile, maps)};
}

}  // namespace places
