#pragma once
// The conversation of those who come (E11). It stands among everybody's messages (src/messages); here one begins or
// enters it.

#include "events/page_view.hpp"
#include "gate/visit.hpp"

namespace events {

void write_conversation(html::Out& out, const EventPage& page);
http::Response converse(gate::Visit& v);  ///< POST /evenements/:event/conversation

}  // namespace events
