#pragma once
// How far ahead the dates of a series are made: a season, and never less than the next two. Never those that are past.

#include "core/calendar/recurrence.hpp"

namespace events {

inline constexpr auto series_horizon = std::chrono::days(92);

struct Plan {
  std::vector<std::chrono::sys_seconds> starts;  ///< to be made, where they are not there yet
  calendar::Local made_to;                       ///< every start up to then is among them
  bool finished;                                 ///< the rule gives no more
};
/// The dates after `after`, as the clocks of the zone show it; `least` so many, if the rule gives them.
Plan plan(const calendar::Recurrence& recurrence, calendar::Local after, std::chrono::sys_seconds now,
          size_t least = 0);

}  // namespace events
