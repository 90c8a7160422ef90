#pragma once
// How to reach a member of the section (A11). Opening it is written to the log that the person reads (P04).

#include "gate/visit.hpp"

namespace sections {

http::Response show_coordinates(gate::Visit& v);  ///< GET /sections/:section/gestion/membres/:person

}  // namespace sections
