#pragma once
// The invitee's side of an invitation (A03, A04).

#include "gate/visit.hpp"

namespace accounts {

http::Response show_invitation(gate::Visit& v);    ///< GET /invitation/:token
http::Response accept_invitation(gate::Visit& v);  ///< POST /invitation/:token
http::Response join(gate::Visit& v);               ///< POST /invitation/:token/rejoindre

}  // namespace accounts
