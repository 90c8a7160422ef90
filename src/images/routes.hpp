#pragma once

#include <vector>

#include "gate/route.hpp"

namespace images {

std::vector<gate::Route> routes();

}  // namespace images
