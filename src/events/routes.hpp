#pragma once
// Meetings and missions: creating, inviting, answering, reminding (E01 to E07), and the agenda.

#include <vector>

#include "gate/route.hpp"

namespace events {

std::vector<gate::Route> routes();

}  // namespace events
