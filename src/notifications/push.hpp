#pragma once
// Tells a browser that its owner has something new, if that is still so.

#include "core/jobs/job.hpp"

namespace notifications {

jobs::Kind push_job();

}  // namespace notifications
