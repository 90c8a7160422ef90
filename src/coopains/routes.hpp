#pragma once
// Coopains: people one keeps in touch with, by mutual consent (B05, B06).

#include <vector>

#include "gate/route.hpp"

namespace coopains {

std::vector<gate::Route> routes();

}  // namespace coopains
