#pragma once
// «Tout le PS», the pages of federations, and the referent's office (S03, S11).

#include <vector>

#include "gate/route.hpp"

namespace federations {

std::vector<gate::Route> routes();

}  // namespace federations
