#pragma once
#include <string>
#include <vector>

#include "events/card.hpp"
#include "events/hosts.hpp"
#include "ui/navigation.hpp"

namespace events {

struct AgendaPage {
  Place tab;           ///< agenda, invitations or mine
  std::string circle;  ///< the filter
  int waiting;         ///< invitations without an answer
  std::vector<Card> drafts, coming, past;
  ui::Pager pager;
  paris::Instant now;
  std::string csrf;
  std::optional<SpaceId> section;       ///< the viewer's
  std::vector<HostRequest> asked = {};  ///< with the invitations: spaces that are asked to organise too
};
void write(html::Out& out, const AgendaPage& page);

/// Cards under the days on which they begin.
void write_by_day(html::Out& out, const std::vector<Card>& cards, Place place, paris::Instant now,
                  std::string_view csrf);

}  // namespace events
