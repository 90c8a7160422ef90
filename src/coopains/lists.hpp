#pragma once
#include "gate/visit.hpp"

namespace coopains {

http::Response mine(gate::Visit& v);
http::Response requests(gate::Visit& v);

}  // namespace coopains
