#include "near/routes.hpp"

#include "near/page.hpp"

namespace near {
namespace {

constexpr Rate keystrokes{600, std::chrono::minutes(1)};  // of a fast typist, and more

}  // namespace

std::vector<gate::Route> routes() {
  const auto member = gate::who::member();
  return {gate::get("/pres-de-chez-moi", member, page),
          gate::get("/pres-de-chez-moi/communes", member, proposals, keystrokes)};
}

}  // namespace near
