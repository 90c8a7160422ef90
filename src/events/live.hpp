#pragma once
// The gauge moves for whoever is looking (E05, E06): topic «event» for all who may see it, «organised» for whoever
// organises it, who also sees how many have not answered. Names are left to the page itself: each sees others of them.

#include <string>
#include <vector>

#include "core/settings.hpp"
#include "live/topic.hpp"

namespace events {

std::vector<live::Topic> topics();

/// What a page of that member shows of the event.
std::string watch(const Settings& settings, MemberId member, EventId event, bool organises = false);

}  // namespace events
