#pragma once
// The member's home (C01), as src/home shows it at /.

#include "gate/visit.hpp"

namespace dashboard {

/// Asks, and answers; the visit already requires a member.
http::Response show(gate::Visit& v);

}  // namespace dashboard
