#pragma once
#include "agenda/asked.hpp"

namespace agenda {

/// The tab as a list: from now on, or what is past.
http::Response list(gate::Visit& v, const Asked& asked);

}  // namespace agenda
