#pragma once
// The agenda as calendar programs fetch it, without a session (E08).

#include "gate/visit.hpp"

namespace agenda {

http::Response feed(gate::Visit& v);  ///< GET /calendrier/:token

}  // namespace agenda
