#include "members/routes.hpp"

#include "members/directory.hpp"
#include "members/profile.hpp"

namespace members {

std::vector<gate::Route> routes() {
  return {
      gate::get("/membres", gate::who::member(), directory),
      gate::get("/membres/:member", gate::who::member(), profile),
  };
}

}  // namespace members
