#pragma once
// The report of an event that has begun: who came, what was done (E10). One person fills it in at once; for a team it
// begins with the sum of the parts that everybody noted.

#include "gate/visit.hpp"

namespace reports {

http::Response report(gate::Visit& v);  ///< GET /evenements/:event/bilan
http::Response file(gate::Visit& v);    ///< POST
http::Response take(gate::Visit& v);    ///< POST …/bilan/parts/:part, a part that came later
http::Response thanks(gate::Visit& v);  ///< GET /evenements/:event/bilan/merci

}  // namespace reports
