#include "app/routes.hpp"

#include "home/routes.hpp"
#include "places/routes.hpp"

namespace app {

std::vector<gate::Route> routes() {
  std::vector<gate::Route> all;
  for (const auto& room : {home::routes, places::routes}) {
    const auto routes = room();
    all.insert(all.end(), routes.begin(), routes.end());
  }
  return all;
}

}  // namespace app
