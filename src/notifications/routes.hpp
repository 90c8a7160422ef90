#pragma once

#include <vector>

#include "gate/route.hpp"

namespace notifications {

std::vector<gate::Route> routes();

}  // namespace notifications
