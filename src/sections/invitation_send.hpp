#pragma once
// Invitations leave (S05): to those ticked or to all who are ready, again to those ticked; and how far they have come.

#include "gate/visit.hpp"

namespace sections {

http::Response send_invitations(gate::Visit& v);
http::Response send_invitations_again(gate::Visit& v);
http::Response show_sending(gate::Visit& v);

}  // namespace sections
