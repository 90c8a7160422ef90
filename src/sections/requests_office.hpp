#pragma once
// «Demandes» (S04): who asks to join the section, and the secretary's answer.

#include "gate/visit.hpp"

namespace sections {

http::Response show_requests(gate::Visit& v);
http::Response settle_requests(gate::Visit& v);

}  // namespace sections
