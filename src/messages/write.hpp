#pragma once
#include "gate/visit.hpp"

namespace messages {

http::Response compose(gate::Visit& v);
http::Response compose_to_chosen(gate::Visit& v);  ///< from a list with ticked members
http::Response send(gate::Visit& v);

}  // namespace messages
