#include "search/routes.hpp"

#include "search/completion.hpp"
#include "search/page.hpp"

namespace search {
namespace {

constexpr Rate keystrokes{600, std::chrono::minutes(1)};  // of a fast typist, and more

}  // namespace

std::vector<gate::Route> routes() {
  const auto member = gate::who::member();
  return {gate::get("/recherche", member, page), gate::get("/recherche/propositions", member, completion, keystrokes)};
}

}  // namespace search
