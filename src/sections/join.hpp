#pragma once
// S04: a member asks to join a section, or takes it back.

#include "gate/visit.hpp"

namespace sections {

http::Response ask_to_join(gate::Visit& v);
http::Response withdraw_request(gate::Visit& v);

}  // namespace sections
