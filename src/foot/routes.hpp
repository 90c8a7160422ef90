#pragma once
// What the foot of every page leads to (C05): charter, legal notice, the team, abuse.

#include <vector>

#include "gate/route.hpp"

namespace foot {

std::vector<gate::Route> routes();

}  // namespace foot
