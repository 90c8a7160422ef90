#include "messages/routes.hpp"

#include "messages/inbox.hpp"
#include "messages/thread.hpp"
#include "messages/write.hpp"

namespace messages {

std::vector<gate::Route> routes() {
  const auto member = gate::who::member();
  return {
      gate::get("/messages", member, inbox),
      gate::post("/messages", member, send, {30, std::chrono::minutes(10)}),
      gate::post("/messages/trier", member, sort),
      gate::get("/messages/nouveau", member, compose),
      gate::post("/messages/choisis", member, compose_to_chosen),
      gate::get("/messages/:thread", member, read),
      gate::post("/messages/:thread", member, answer),
  };
}

}  // namespace messages
