#include "foot/routes.hpp"

#include "foot/message.hpp"
#include "foot/texts.hpp"

namespace foot {

std::vector<gate::Route> routes() {
  using gate::who::anyone;
  return {
      gate::get("/charte", anyone(), charter),          gate::get("/mentions-legales", anyone(), legal_notice),
      gate::get("/contact", anyone(), write_to_team),   gate::post("/contact", anyone(), contact, gate::few),
      gate::get("/signaler", anyone(), describe_abuse), gate::post("/signaler", anyone(), report, gate::few),
  };
}

}  // namespace foot
