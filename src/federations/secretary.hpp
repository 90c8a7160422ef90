#pragma once
// Who runs a section, as the referent decides (S03, S11): invites by mail, sends again, withdraws; ends the role of
// whoever left. Somebody who has an account is asked too: an office makes its holder public, which nobody is made
// without their word.

#include "gate/visit.hpp"

namespace federations {

http::Response new_secretary(gate::Visit& v);
http::Response invite_secretary(gate::Visit& v);
http::Response invite_secretary_again(gate::Visit& v);
http::Response withdraw_secretary(gate::Visit& v);
http::Response remove_secretary(gate::Visit& v);

}  // namespace federations
