#pragma once
// A section's week in plain French, grouped by day, to paste or to print (X04).

#include <chrono>
#include <string>
#include <vector>

#include "core/ids.hpp"
#include "core/text/when.hpp"

namespace sections {

struct WeekEvent {
  EventId id;
  std::string kind, title;
  french::When when;
  std::string address, postcode, city;
  bool online;
};

/// Monday to Sunday, by the clocks of each event's place; in Paris, weeks in which they change are an hour shorter or
/// longer.
struct Week {
  std::chrono::sys_days monday;
  static Week of(std::chrono::year_month_day day);
  /// Monday 0 h 00, wherever one is.
  [[nodiscard]] paris::Local begins() const { return std::chrono::local_days(monday.time_since_epoch()); }
  [[nodiscard]] paris::Instant starts() const;  ///< in Paris
  [[nodiscard]] paris::Instant ends() const;    ///< the next Monday's
  [[nodiscard]] Week plus(int weeks) const { return {monday + std::chrono::days(7 * weeks)}; }
  [[nodiscard]] std::string words() const;  ///< "Semaine du lundi 23 au dimanche 29 novembre 2026"
};

/// Where it is hung up: anywhere, or among the members.
enum class Audience { everybody, members };

struct WeekLine {
  EventId id;
  std::string when, title, place;
};
struct WeekDay {
  std::chrono::year_month_day day;
  std::vector<WeekLine> lines;
};
/// Each event of the week once, on the day it begins; what goes on from the week before, on Monday. What began on
/// Sunday evening and ends in that night was the week before's.
std::vector<WeekDay> week_days(const std::vector<WeekEvent>& events, const Week& week, Audience audience);

/// All of it as plain text. `base` is the site's address: members find each event's page behind it.
std::string week_text(const std::string& section, const Week& week, const std::vector<WeekDay>& days, Audience audience,
                      const std::string& base);

}  // namespace sections
