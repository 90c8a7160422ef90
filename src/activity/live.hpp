#pragma once
// How much is new, for whoever looks at their feed or their own wall. Topics «feed» and «wall» of each member are
// theirs alone: others see others of the entries.

#include <string>
#include <vector>

#include "core/settings.hpp"
#include "live/topic.hpp"

namespace activity {

std::vector<live::Topic> topics();

std::string watch_feed(const Settings& settings, MemberId member);
std::string watch_wall(const Settings& settings, MemberId member);

}  // namespace activity
