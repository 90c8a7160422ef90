#include "coopains/routes.hpp"

#include "coopains/bond.hpp"
#include "coopains/lists.hpp"

namespace coopains {

std::vector<gate::Route> routes() {
  const auto member = gate::who::member();
  return {
      gate::get("/coopains", member, mine),
      gate::get("/coopains/demandes", member, requests),
      gate::post("/coopains/enlever", member, part),
      gate::post("/coopains/:member/demande", member, ask),
      gate::post("/coopains/:member/retirer-demande", member, withdraw),
      gate::post("/coopains/:member/reponse", member, settle),
  };
}

}  // namespace coopains
