#pragma once
#include "gate/visit.hpp"

namespace messages {

http::Response inbox(gate::Visit& v);
/// Marks the ticked threads as read or unread, or hides them for me.
http::Response sort(gate::Visit& v);

}  // namespace messages
