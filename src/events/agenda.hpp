#pragma once
// «Mon agenda», «Mes invitations», «Mes événements» (E05, E08).

#include "gate/visit.hpp"

namespace events {

http::Response agenda(gate::Visit& v);       ///< GET /agenda
http::Response invitations(gate::Visit& v);  ///< GET /agenda/invitations
http::Response mine(gate::Visit& v);         ///< GET /agenda/mes-evenements

}  // namespace events
