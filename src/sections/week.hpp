#pragma once
// «La semaine» (X04): what the section announces from Monday to Sunday, to paste or to print.

#include "gate/visit.hpp"

namespace sections {

http::Response show_week(gate::Visit& v);

}  // namespace sections
