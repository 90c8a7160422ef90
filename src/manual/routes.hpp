#pragma once
#include <vector>

#include "gate/route.hpp"

namespace manual {

std::vector<gate::Route> routes();

}  // namespace manual
