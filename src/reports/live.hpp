#pragma once
// While the organiser looks at the report, the page says that a part has just come. What they have typed stays.

#include <string>
#include <vector>

#include "core/settings.hpp"
#include "live/topic.hpp"

namespace reports {

std::vector<live::Topic> topics();
std::string watch(const Settings& settings, MemberId organiser, EventId event);

}  // namespace reports
