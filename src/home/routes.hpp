#pragma once
// The front door: the visitor's home, and what machines ask for (robots, health).

#include <vector>

#include "gate/route.hpp"

namespace home {

std::vector<gate::Route> routes();

}  // namespace home
