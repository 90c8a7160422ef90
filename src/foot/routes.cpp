#include "foot/routes.hpp"

#include "foot/agreement.hpp"
#include "foot/editing.hpp"
#include "foot/message.hpp"
#include "foot/texts.hpp"

namespace foot {

std::vector<gate::Route> routes() {
  using gate::who::anyone, gate::who::coopilote, gate::who::member;
  return {
      gate::get("/charte", anyone(), charter),
      gate::get("/mentions-legales", anyone(), legal_notice),
      gate::get("/contact", anyone(), write_to_team),
      gate::post("/contact", anyone(), contact, gate::few),
      gate::get("/charte/accord", member(), show_agreement),
      gate::post("/charte/accord", member(), agree),
      gate::get("/coopilote/textes", coopilote(), show_texts),
      gate::get("/coopilote/textes/:text", coopilote(), edit_text),
      gate::post("/coopilote/textes/:text", coopilote(), publish_text),
      gate::get("/coopilote/textes/:text/versions", coopilote(), show_editions),
      gate::get("/signaler", anyone(), describe_abuse),
      gate::post("/signaler", anyone(), report, gate::few),
  };
}

}  // namespace foot
