#pragma once
// Calling an event off: those who may come hear of it (E07).

#include "gate/visit.hpp"

namespace events {

http::Response confirm_cancel(gate::Visit& v);  ///< GET /evenements/:event/annulation
http::Response cancel(gate::Visit& v);          ///< POST

}  // namespace events
