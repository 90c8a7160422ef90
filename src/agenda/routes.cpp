#include "agenda/routes.hpp"

#include "agenda/feed.hpp"
#include "agenda/feed_page.hpp"
#include "agenda/pages.hpp"

namespace agenda {

std::vector<gate::Route> routes() {
  using gate::get, gate::post;
  constexpr auto member = gate::who::member();
  return {
      get("/agenda", member, agenda),
      get("/agenda/invitations", member, invitations),
      get("/agenda/mes-evenements", member, mine),
      get("/agenda/telephone", member, feed_page),
      post("/agenda/telephone", member, renew_feed, gate::few),
      post("/agenda/telephone/arret", member, stop_feed),
      get("/calendrier/:token", gate::who::anyone(), feed),
  };
}

}  // namespace agenda
