#include "manual/routes.hpp"

#include "manual/page.hpp"

namespace manual {

std::vector<gate::Route> routes() {
  using gate::who::anyone;
  return {gate::get("/mode-d-emploi", anyone(), contents), gate::get("/mode-d-emploi/:chapter", anyone(), chapter)};
}

}  // namespace manual
