#include "own_data/routes.hpp"

#include "own_data/archive_job.hpp"
#include "own_data/departure.hpp"
#include "own_data/page.hpp"

namespace own_data {
namespace {

const pg::Statement<void()> expire{"jobs.own_data.expire", "select expire_archives()"};
void expire_archives(jobs::Job& job) {
  job.database.run(expire);
}

}  // namespace

std::vector<gate::Route> routes() {
  using gate::who::even_leaving, gate::who::member;
  return {
      gate::get("/compte/mes-donnees", member(), show),
      gate::post("/compte/mes-donnees/archive", member(), ask),
      gate::get("/compte/mes-donnees/archive.zip", member(), download, gate::few),
      gate::get("/compte/supprimer", member(), show_departure),
      gate::slow_post("/compte/supprimer", member(), leave),
      gate::post("/compte/supprimer/defi", member(), departure_challenge),
      gate::get("/compte/depart", even_leaving(), show_leaving),
      gate::post("/compte/depart/garder", even_leaving(), keep),
      gate::get("/garder-mon-compte/:token", even_leaving(), show_keep_link),
      gate::post("/garder-mon-compte/:token", even_leaving(), keep_by_link),
  };
}

std::vector<jobs::Kind> jobs() {
  return {{.name = "own_data.archive", .run = make_archive, .lease = std::chrono::minutes(2)},
          {.name = "own_data.expire", .run = expire_archives, .every = std::chrono::hours(1)},
          {.name = "own_data.erase",
           .run = erase_departed,
           .lease = std::chrono::minutes(5),
           .every = std::chrono::hours(1)}};
}

}  // namespace own_data
