#pragma once
// «Refaire cet événement»: all of an old one but its date, its guests and what became of it, as a draft.

#include "core/text/when.hpp"
#include "gate/visit.hpp"

namespace events {

/// The next time the clocks of its place show that hour on that day of the week; it lasts as long.
french::When next_like(const french::When& old, paris::Instant now);

http::Response do_again(gate::Visit& v);  ///< POST /evenements/:event/nouvelle-date

}  // namespace events
