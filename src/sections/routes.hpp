#pragma once
// Sections and federations: their public pages, the secretary's office (register, invitations, members, lists), the
// referent's.

#include <vector>

#include "gate/route.hpp"

namespace sections {

std::vector<gate::Route> routes();

}  // namespace sections
