#pragma once
#include "gate/visit.hpp"

namespace events {

http::Response answer_all(gate::Visit& v);    ///< POST /evenements/:event/reponse/toutes
http::Response leave_series(gate::Visit& v);  ///< POST /evenements/:event/serie/depart

}  // namespace events
