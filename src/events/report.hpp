#pragma once
// The report of an event that has begun: who came, what was done (E10).

#include "gate/visit.hpp"

namespace events {

http::Response report(gate::Visit& v);  ///< GET /evenements/:event/bilan
http::Response file(gate::Visit& v);    ///< POST
http::Response thanks(gate::Visit& v);  ///< GET /evenements/:event/bilan/merci

}  // namespace events
