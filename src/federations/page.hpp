#pragma once
// The page of a federation, for every member: its sections, as a list and on a map.

#include "gate/visit.hpp"

namespace federations {

http::Response show_federation(gate::Visit& v);

}  // namespace federations
