#pragma once
// Asking, taking back, accepting, refusing, parting.

#include "gate/visit.hpp"

namespace coopains {

http::Response ask(gate::Visit& v);
http::Response withdraw(gate::Visit& v);
http::Response settle(gate::Visit& v);
http::Response part(gate::Visit& v);

}  // namespace coopains
