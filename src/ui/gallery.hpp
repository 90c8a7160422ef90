#pragma once
// Sample pages that show every part with real-sized content: long names, errors, nothing at all. The unit tests write
// them to var/gallery, where the browser tests (tests/look) take pictures of them and look for faults. People are made
// up. Only for tests.

#include "core/clock.hpp"
#include "ui/page.hpp"

namespace gallery {

const ui::Frame& member_frame();
const ui::Frame& visitor_frame();
paris::Instant at(int day, int hour, int minute = 0);  ///< in November 2025, Paris
ui::Person person(std::string name, std::string note = {});

void home(html::Out& out);
void home_empty(html::Out& out);
void event(html::Out& out);
void event_large(html::Out& out);
void office(html::Out& out);
void invitations(html::Out& out);
void visitor(html::Out& out);
void welcome(html::Out& out);
void event_form(html::Out& out);
void account(html::Out& out);
void parts(html::Out& out);
void live(html::Out& out);  ///< with its live connection

}  // namespace gallery
