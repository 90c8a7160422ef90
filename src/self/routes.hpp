#pragma once
// What a member says and decides about themself (A09–A11), and who reached into it (P04).

#include <vector>

#include "gate/route.hpp"

namespace self {

std::vector<gate::Route> routes();

}  // namespace self
