#pragma once
// An import that is taken back whole, as long as no invitation has left for those whom it brought (S07).

#include "gate/visit.hpp"

namespace sections {

http::Response undo_import(gate::Visit& v);

}  // namespace sections
