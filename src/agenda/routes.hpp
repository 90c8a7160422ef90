#pragma once
#include <vector>

#include "gate/route.hpp"

namespace agenda {

std::vector<gate::Route> routes();

}  // namespace agenda
