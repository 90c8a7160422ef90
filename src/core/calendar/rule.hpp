#pragma once
// Recurrence rules (RFC 5545 3.3.10) that people ask for in words: the few shapes our form offers, written and read as
// the value of RRULE. They have an end or none, never a count: the form turns «dix fois» into the day of the tenth.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace calendar {

struct Rule {
  enum class Every { week, month_day, month_weekday, year };
  Every every = Every::week;
  int interval = 1;                          ///< every second week: 2
  std::vector<std::chrono::weekday> days{};  ///< of a week, from Monday; the one of month_weekday
  int nth = 0;                               ///< month_weekday: 1 to 4, or -1 for the last
  int day = 0;    ///< month_day and year: 1 to 31; 29 to 31 stand for the last day of a month
                  ///< that has fewer
  int month = 0;  ///< year: 1 to 12
  std::optional<std::chrono::sys_seconds> until{};  ///< the last start may be that instant

  bool operator==(const Rule&) const = default;
};

/// "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270630T215959Z"
std::string write(const Rule& rule);
/// Nothing for what write() does not write.
std::optional<Rule> read_rule(std::string_view text);

}  // namespace calendar
