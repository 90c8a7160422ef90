#pragma once
// The point of an event's address, from the address service if there is one: asked for by a job, so that no page waits.
// Until then, and when the service knows no better, the point is the commune's.

#include "core/jobs/job.hpp"
#include "events/description.hpp"
#include "gate/visit.hpp"

namespace events {

/// In the visit's open transaction, if there is a service and an address to ask about.
void ask_for_point(gate::Visit& v, EventId event, const Description& place);

jobs::Kind locate_job();

}  // namespace events
