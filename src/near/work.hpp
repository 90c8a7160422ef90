#pragma once
// What this room does behind the page: what is over leaves the map.

#include "core/jobs/job.hpp"

namespace near {

jobs::Kind forget_job();

}  // namespace near
