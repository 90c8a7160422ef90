#pragma once
// The mode d'emploi, for whoever comes by: those who cannot sign in need it most.

#include "gate/visit.hpp"

namespace manual {

http::Response contents(gate::Visit& v);  ///< GET /mode-d-emploi
http::Response chapter(gate::Visit& v);   ///< GET /mode-d-emploi/:chapter

}  // namespace manual
