#include "access/routes.hpp"

#include "access/sign_in.hpp"

namespace accounts {
namespace {

// Counted by address and account in attempts.hpp; this only stops floods.
constexpr Rate tries{120, std::chrono::minutes(5)};

http::Response to_front(gate::Visit& v) {
  return v.redirect("/");
}

}  // namespace

std::vector<gate::Route> routes() {
  using namespace gate::who;
  return {
      gate::get("/connexion", anyone(), to_front),
      gate::post("/connexion", anyone(), sign_in, tries),
      gate::post("/deconnexion", anyone(), sign_out),
  };
}

}  // namespace accounts
