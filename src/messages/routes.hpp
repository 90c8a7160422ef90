#pragma once
// Private messages between members (D01, D02, D03 begin here).

#include <vector>

#include "gate/route.hpp"

namespace messages {

std::vector<gate::Route> routes();

}  // namespace messages
