#pragma once
// After a mission: what each did, the report, the thanks (E10, E07).

#include <vector>

#include "gate/route.hpp"

namespace reports {

std::vector<gate::Route> routes();

}  // namespace reports
