#pragma once
// Makes the coming dates of events that come again, as time goes by (E03).

#include "core/jobs/job.hpp"

namespace events {

jobs::Kind series_job();

}  // namespace events
