#pragma once
// «Notifications», a part of «Modifier mon compte»: what comes by mail at once, in the evening, or not at all.

#include "gate/visit.hpp"

namespace notifications {

http::Response choices(gate::Visit& v);  ///< GET /compte/notifications
http::Response choose(gate::Visit& v);   ///< POST

}  // namespace notifications
