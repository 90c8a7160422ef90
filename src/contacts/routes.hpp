#pragma once
// «Retrouver mes contacts»: an address book tells who is here already and who may be invited (A14).

#include <vector>

#include "gate/route.hpp"

namespace contacts {

std::vector<gate::Route> routes();

}  // namespace contacts
