#pragma once
// What the page of an event says of its series (E03): the rhythm, the next dates, an answer for all of them.

#include "events/page_view.hpp"

namespace events {

void write_rhythm(html::Out& out, const Detail& event);
/// The other dates; nothing when there are none to come.
void write_dates(html::Out& out, const EventPage& page);

}  // namespace events
