#pragma once
#include "gate/visit.hpp"

namespace foot {

http::Response charter(gate::Visit& v);       ///< GET /charte
http::Response legal_notice(gate::Visit& v);  ///< GET /mentions-legales

/// What the operator has to say of themselves, put in the places that the text leaves for it.
std::string filled_in(std::string text, const Settings& settings);

}  // namespace foot
