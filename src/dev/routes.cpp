#include "dev/routes.hpp"

#include "dev/mails.hpp"

namespace dev {

std::vector<gate::Route> routes() {
  return {gate::get("/dev/courriels", gate::who::anyone(), mails)};
}

}  // namespace dev
