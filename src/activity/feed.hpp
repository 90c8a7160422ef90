#pragma once
// «Le fil de mes coopains» (C03): on the dashboard, and on a page of its own.

#include <string>

#include "activity/entry.hpp"
#include "activity/say.hpp"
#include "gate/visit.hpp"

namespace activity {

inline constexpr std::int32_t window_size = 40;  // entries that are looked at for one page

/// On the dashboard: what to say, and the latest of it; `window` comes from feed_entries.
void write_latest(html::Out& out, gate::Visit& v, const Window& window);

http::Response feed(gate::Visit& v);
http::Response share(gate::Visit& v);

}  // namespace activity
