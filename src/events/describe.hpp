#pragma once
// Step 1: describing an event, and changing that description later (E01, E02, E03, E07).

#include "gate/visit.hpp"

namespace events {

http::Response new_event(gate::Visit& v);    ///< GET /evenements/nouveau
http::Response create(gate::Visit& v);       ///< POST /evenements/nouveau
http::Response description(gate::Visit& v);  ///< GET /evenements/:event/description
http::Response describe(gate::Visit& v);     ///< POST

}  // namespace events
