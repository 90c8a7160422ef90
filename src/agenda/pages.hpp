#pragma once
// «Mon agenda», «Mes invitations», «Mes événements», as a list, a week or a month (E05, E08).

#include "gate/visit.hpp"

namespace agenda {

http::Response agenda(gate::Visit& v);       ///< GET /agenda
http::Response invitations(gate::Visit& v);  ///< GET /agenda/invitations
http::Response mine(gate::Visit& v);         ///< GET /agenda/mes-evenements

}  // namespace agenda
