#include "app/routes.hpp"

#include "access/routes.hpp"
#include "activity/routes.hpp"
#include "agenda/routes.hpp"
#include "contacts/routes.hpp"
#include "coopains/routes.hpp"
#include "dev/routes.hpp"
#include "events/routes.hpp"
#include "federations/routes.hpp"
#include "foot/routes.hpp"
#include "groups/routes.hpp"
#include "home/routes.hpp"
#include "images/routes.hpp"
#include "letters/routes.hpp"
#include "manual/routes.hpp"
#include "members/routes.hpp"
#include "messages/routes.hpp"
#include "near/routes.hpp"
#include "notifications/routes.hpp"
#include "own_data/routes.hpp"
#include "places/routes.hpp"
#include "reports/routes.hpp"
#include "search/routes.hpp"
#include "sections/routes.hpp"
#include "self/routes.hpp"

namespace app {

std::vector<gate::Route> routes() {
  std::vector<gate::Route> all;
  for (const auto& room :
       {accounts::routes, activity::routes, agenda::routes,        contacts::routes,    coopains::routes,
        dev::routes,      foot::routes,     events::routes,        federations::routes, groups::routes,
        home::routes,     images::routes,   letters::routes,       manual::routes,      members::routes,
        messages::routes, near::routes,     notifications::routes, own_data::routes,    places::routes,
        reports::routes,  search::routes,   sections::routes,      self::routes}) {
    const auto routes = room();
    all.insert(all.end(), routes.begin(), routes.end());
  }
  return all;
}

}  // namespace app
