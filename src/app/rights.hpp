#pragma once
#include <string>

namespace app {

/// docs/roles.md: the roles, and what each may do, from the route table (`coopol routes --rights`).
std::string rights();

}  // namespace app
