#pragma once
#include "events/page_view.hpp"

namespace events {

/// «Tu organises»: what can be done now.
void write_organiser(html::Out& out, const EventPage& page);

}  // namespace events
