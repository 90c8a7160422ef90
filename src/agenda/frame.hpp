#pragma once
// What stands around every view of the agenda: tabs, views, circles above; the ways out below.

#include "agenda/asked.hpp"

namespace agenda {

struct AgendaFrame {
  Asked asked;
  int waiting;  ///< invitations without an answer
  paris::Instant now;
  std::string csrf;
  std::optional<SpaceId> section;  ///< the viewer's
};
AgendaFrame frame_of(gate::Visit& v, const Asked& asked);  ///< after ask()
void write_top(html::Out& out, const AgendaFrame& frame);
void write_foot(html::Out& out, const AgendaFrame& frame);

}  // namespace agenda
