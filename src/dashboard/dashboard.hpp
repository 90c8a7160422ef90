#pragma once
// What a member meets first: the events of their network that wait for an answer (C01), and the feed of their coopains
// (C03). Posts (C02) will stand beside them.

#include "gate/visit.hpp"

namespace dashboard {

/// Asks, and answers; the visit already requires a member (src/home).
http::Response show(gate::Visit& v);

}  // namespace dashboard
