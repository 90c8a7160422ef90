#pragma once
// Groups of members around a subject, open to all for now (G06 begins here).

#include <vector>

#include "gate/route.hpp"

namespace groups {

std::vector<gate::Route> routes();

}  // namespace groups
