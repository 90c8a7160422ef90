#pragma once
// One box over people, events, sections and federations (C05, C06).

#include <vector>

#include "gate/route.hpp"

namespace search {

std::vector<gate::Route> routes();

}  // namespace search
