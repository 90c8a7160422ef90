#pragma once
#include "core/settings.hpp"

namespace app {

/// Serves until SIGINT or SIGTERM, then finishes what is under way. Jobs run in the same process unless `jobs` is
/// false.
void serve(const Settings& settings, bool jobs);

}  // namespace app
