#pragma once
// Coming in: signing in and out, invitations, registration, passwords, one's own account.
// (The namespace is called accounts, since POSIX has a function named access.)

#include <vector>

#include "gate/route.hpp"

namespace accounts {

std::vector<gate::Route> routes();

}  // namespace accounts
