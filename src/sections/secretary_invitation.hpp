#pragma once
// The referent invites who will run a section (S03), sends the invitation again or takes it back.

#include "gate/visit.hpp"

namespace sections {

http::Response new_secretary(gate::Visit& v);
http::Response invite_secretary(gate::Visit& v);
http::Response invite_secretary_again(gate::Visit& v);
http::Response withdraw_secretary(gate::Visit& v);

}  // namespace sections
