#pragma once
// «Partager»: telling one's coopains of an event that their circle lets them see (E06). What is for those invited alone
// is the organiser's to open.

#include "gate/visit.hpp"

namespace events {

http::Response share_with(gate::Visit& v);  ///< GET /evenements/:event/partage
http::Response share(gate::Visit& v);       ///< POST

}  // namespace events
