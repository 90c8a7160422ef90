#include "groups/routes.hpp"

#include "groups/group.hpp"
#include "groups/lists.hpp"

namespace groups {

std::vector<gate::Route> routes() {
  const auto member = gate::who::member();
  return {
      gate::get("/groupes", member, all),
      gate::get("/mes-groupes", member, mine),
      gate::get("/groupes/nouveau", member, new_group),
      gate::post("/groupes", member, create, gate::few),
      gate::get("/groupes/:group", member, show),
      gate::post("/groupes/:group/rejoindre", member, join),
      gate::post("/groupes/:group/quitter", member, leave),
  };
}

}  // namespace groups
