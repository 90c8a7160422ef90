#pragma once
// «Visibilité» (A09): who may see that I am here.

#include "gate/visit.hpp"

namespace self {

http::Response show_visibility(gate::Visit& v);    ///< GET /compte/visibilite
http::Response choose_visibility(gate::Visit& v);  ///< POST /compte/visibilite

}  // namespace self
