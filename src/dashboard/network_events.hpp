#pragma once
// «Les événements de mon réseau»: those that concern me and that I have not answered.

#include "events/card.hpp"

namespace dashboard {

/// (circle) → the next ten. One concerns me when I was invited, when a space of mine shows it, or when a coopain
/// announces it to all.
extern const pg::Statement<events::Card(std::string)> network_events;

}  // namespace dashboard
