#pragma once
#include "gate/visit.hpp"

namespace events {

/// GET /evenements: «Tous les événements», those to come, by kind and by words (E09).
http::Response directory(gate::Visit& v);

}  // namespace events
