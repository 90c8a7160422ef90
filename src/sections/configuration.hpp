#pragma once
// «Configuration» (S02): at first entry and later. Saving it for the first time opens the section.

#include "gate/visit.hpp"

namespace sections {

http::Response show_configuration(gate::Visit& v);
http::Response save_configuration(gate::Visit& v);

}  // namespace sections
