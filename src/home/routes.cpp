#include "home/routes.hpp"

#include "access/front.hpp"
#include "dashboard/dashboard.hpp"
#include "gate/visit.hpp"
#include "home/manifest.hpp"

namespace home {
namespace {

const pg::Statement<bool()> alive{"home.alive", "select true"};

// For balancers and supervisors: the process answers and its database too.
http::Response health(gate::Visit& v) {
  v.one(alive);
  v.ask();
  return http::Response::text("ok\n");
}

// Nothing here is for search engines (A01).
http::Response robots(gate::Visit&) {
  return http::Response::text("User-agent: *\nDisallow: /\n");
}

http::Response home(gate::Visit& v) {
  if (v.session_hash().empty()) return accounts::front(v);
  v.require(gate::who::member());
  return dashboard::show(v);
}

}  // namespace

std::vector<gate::Route> routes() {
  return {
      gate::get("/", gate::who::anyone(), home),
      gate::get("/sante", gate::who::anyone(), health),
      gate::get("/robots.txt", gate::who::anyone(), robots),
      gate::get("/manifest.webmanifest", gate::who::anyone(), manifest),
  };
}

}  // namespace home
