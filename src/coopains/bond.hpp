#pragma once
// Asking, taking back, accepting, refusing, parting.

#include "gate/visit.hpp"

namespace coopains {

http::Response ask(gate::Visit& v);
http::Response withdraw(gate::Visit& v);
http::Response settle(gate::Visit& v);
http::Response part(gate::Visit& v);

/// Asks all of them whom the viewer sees, in one statement. Of each «asked», «bound», «already» or «nothing».
extern const pg::Statement<std::string(std::vector<std::int64_t>)> ask_several;

}  // namespace coopains
