#pragma once
#include "gate/visit.hpp"

namespace search {

http::Response page(gate::Visit& v);

}  // namespace search
