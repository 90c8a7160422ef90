#pragma once
#include "gate/visit.hpp"

namespace messages {

http::Response read(gate::Visit& v);
http::Response answer(gate::Visit& v);

}  // namespace messages
