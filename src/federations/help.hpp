#pragma once
// «Aide à la connexion» (S11): the state of somebody's way in, by the exact address that they gave, and two mails that
// the referent can have sent to that address. Never the address of an account, its second factor, or a way in.

#include "gate/visit.hpp"

namespace federations {

http::Response show_help(gate::Visit& v);
http::Response look_for_help(gate::Visit& v);
http::Response send_help(gate::Visit& v);

}  // namespace federations
