#pragma once
// «Message d’accueil» (X04): what the secretary says to each newcomer, switched on and off, as it will look.

#include "gate/visit.hpp"

namespace sections {

http::Response show_welcome(gate::Visit& v);
http::Response save_welcome(gate::Visit& v);

}  // namespace sections
