#pragma once
#include "gate/visit.hpp"

namespace groups {

http::Response all(gate::Visit& v);
http::Response mine(gate::Visit& v);

}  // namespace groups
