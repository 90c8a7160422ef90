#pragma once
// «Qui a consulté mes données» (P04): who, when, what.

#include "gate/visit.hpp"

namespace self {

http::Response show_reaches(gate::Visit& v);  ///< GET /compte/consultations

}  // namespace self
