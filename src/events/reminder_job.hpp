#pragma once
// Reminders that leave by themselves, the eve and two hours before (E11; db/policies/56_event_reminders.sql).

#include "core/jobs/job.hpp"

namespace events {

jobs::Kind reminder_job();

}  // namespace events
