#pragma once
#include "gate/visit.hpp"

namespace members {

http::Response directory(gate::Visit& v);

}  // namespace members
