#pragma once

#include <vector>

#include "gate/route.hpp"

namespace letters {

std::vector<gate::Route> routes();

}  // namespace letters
