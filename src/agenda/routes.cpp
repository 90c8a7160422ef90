#include "agenda/routes.hpp"

#include "agenda/feed.hpp"
#include "agenda/feed_page.hpp"

namespace agenda {

std::vector<gate::Route> routes() {
  using gate::get, gate::post;
  constexpr auto member = gate::who::member();
  return {
      get("/agenda/telephone", member, feed_page),
      post("/agenda/telephone", member, renew_feed, gate::few),
      post("/agenda/telephone/arret", member, stop_feed),
      get("/calendrier/:token", gate::who::anyone(), feed),
  };
}

}  // namespace agenda
