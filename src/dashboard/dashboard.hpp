#pragma once
// What a member meets first (C01): the events of their network that wait for an answer. Posts (C02) and the coopains'
// feed (C03) will stand beside them.

#include "gate/visit.hpp"

namespace dashboard {

/// Asks, and answers; the visit already requires a member (src/home).
http::Response show(gate::Visit& v);

}  // namespace dashboard
