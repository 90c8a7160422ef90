#pragma once
// The directory of members and their public profiles (B01, B02, B03, B07).

#include <vector>

#include "gate/route.hpp"

namespace members {

std::vector<gate::Route> routes();

}  // namespace members
