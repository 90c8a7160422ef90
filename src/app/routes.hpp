#pragma once
// The whole route table: every room's, in one list.

#include <vector>

#include "gate/route.hpp"

namespace app {

std::vector<gate::Route> routes();

}  // namespace app
