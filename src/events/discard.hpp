#pragma once
#include "gate/visit.hpp"

namespace events {

/// POST /evenements/:event/abandon: throws a draft away.
http::Response discard(gate::Visit& v);

}  // namespace events
