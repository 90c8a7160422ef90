#pragma once
// The communes of a postcode, for the forms that ask for a place; what maps are drawn on.

#include <vector>

#include "gate/route.hpp"

namespace places {

std::vector<gate::Route> routes();

}  // namespace places
