#include "activity/routes.hpp"

#include "activity/feed.hpp"
#include "activity/wall.hpp"

namespace activity {

std::vector<gate::Route> routes() {
  const auto member = gate::who::member();
  return {
      gate::get("/fil", member, feed),
      gate::post("/fil", member, share),
      gate::get("/membres/:member/mur", member, wall),
      gate::post("/membres/:member/mur", member, write_on_wall),
      gate::post("/activite/retirer", member, remove),
  };
}

}  // namespace activity
