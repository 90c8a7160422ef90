#pragma once
// «Près de chez moi» (C07): what is nearest to a commune, as a list and on a map.

#include <vector>

#include "gate/route.hpp"

namespace near {

std::vector<gate::Route> routes();

}  // namespace near
