#pragma once
#include "core/jobs/job.hpp"

namespace jobs {

/// Each day: jobs and mails long finished, sessions long closed.
Kind clean();

}  // namespace jobs
