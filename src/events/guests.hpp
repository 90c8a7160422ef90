#pragma once
// Step 3: choosing whom to invite, then publishing; later, inviting more people (E01, E04, E07).

#include "gate/visit.hpp"

namespace events {

http::Response guests(gate::Visit& v);  ///< GET /evenements/:event/invites
http::Response invite(gate::Visit& v);  ///< POST

}  // namespace events
