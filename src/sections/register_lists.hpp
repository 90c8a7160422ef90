#pragma once
// «Membres à inviter», «Invitations envoyées», «Profils incomplets» (S05): found by name, a page at a time.

#include "gate/visit.hpp"

namespace sections {

http::Response show_ready(gate::Visit& v);
http::Response show_sent(gate::Visit& v);
http::Response show_incomplete(gate::Visit& v);

}  // namespace sections
