#pragma once
// Step 2: the personal text of the invitation, and how many people are hoped for (E01, E04).

#include "gate/visit.hpp"

namespace events {

http::Response invitation(gate::Visit& v);          ///< GET /evenements/:event/invitation
http::Response compose_invitation(gate::Visit& v);  ///< POST

}  // namespace events
