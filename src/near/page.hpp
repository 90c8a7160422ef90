#pragma once
// The page, and the proposals under its field.

#include "gate/visit.hpp"

namespace near {

http::Response page(gate::Visit& v);
http::Response proposals(gate::Visit& v);

}  // namespace near
