#pragma once
// What people did: the feed of one's coopains (C03) and walls (B04).

#include <vector>

#include "gate/route.hpp"

namespace activity {

std::vector<gate::Route> routes();

}  // namespace activity
