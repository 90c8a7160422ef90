#pragma once
// The face that a member shows (A10).

#include "gate/visit.hpp"

namespace self {

http::Response save_photo(gate::Visit& v);  ///< POST /compte/photo

}  // namespace self
