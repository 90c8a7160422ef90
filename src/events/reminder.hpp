#pragma once
// «Envoyer une relance»: to all, to those coming, not coming, perhaps coming, or who have not answered (E07). Once a
// day for each of these.

#include "gate/visit.hpp"

namespace events {

http::Response reminder(gate::Visit& v);  ///< GET /evenements/:event/relance
http::Response remind(gate::Visit& v);    ///< POST

}  // namespace events
