#pragma once
#include "gate/visit.hpp"

namespace members {

http::Response profile(gate::Visit& v);

}  // namespace members
