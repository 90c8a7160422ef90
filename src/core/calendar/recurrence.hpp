#pragma once
// The dates that a recurrence rule gives (RFC 5545 3.8.5.3), by libical. They are counted on the clocks of a zone, so
// that 18 h 30 stays 18 h 30 on both sides of a change of time.

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace calendar {

using Local = std::chrono::local_seconds;

struct Recurrence {
  std::string rule;  ///< the value of RRULE; its UNTIL in UTC
  Local first;       ///< the start that the rule counts from
  std::string zone;  ///< "Europe/Paris"
};

/// The starts after `after` up to `to`, at most so many. Empty too for a rule that cannot be read.
std::vector<Local> starts(const Recurrence& recurrence, Local after, Local to, size_t most);

/// When the clocks of that zone show this. Of an hour that comes twice the first; one that is skipped counts as if the
/// clocks had not moved yet (RFC 5545 3.3.5).
std::chrono::sys_seconds instant(Local local, const std::string& zone);
Local local(std::chrono::sys_seconds instant, const std::string& zone);

/// A VTIMEZONE component for a file that names the zone (3.6.5), its lines ended by CRLF: its rules from that instant
/// on.
std::string zone_component(const std::string& zone, std::chrono::sys_seconds from);

}  // namespace calendar
