#pragma once
// What the box at the top of each page proposes as one types: the options of its listbox, and nothing around them.

#include "gate/visit.hpp"

namespace search {

http::Response completion(gate::Visit& v);

}  // namespace search
