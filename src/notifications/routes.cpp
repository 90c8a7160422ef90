#include "notifications/routes.hpp"

#include "notifications/choices.hpp"
#include "notifications/devices.hpp"
#include "notifications/refusal.hpp"

namespace notifications {

std::vector<gate::Route> routes() {
  using namespace gate::who;
  return {
      gate::get("/compte/notifications", member(), choices),
      gate::post("/compte/notifications", member(), choose),
      gate::post("/compte/notifications/appareils", member(), add_device, gate::few),
      gate::post("/compte/notifications/appareils/:device/retirer", member(), remove_device),
      gate::get("/service-worker.js", anyone(), worker),
      gate::get("/courriels/refus/:token", anyone(), refusal),
      gate::signed_post("/courriels/refus/:token", anyone(), record_refusal),
  };
}

}  // namespace notifications
