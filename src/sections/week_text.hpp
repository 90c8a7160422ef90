#pragma once
// A section's week in plain French, grouped by day, to paste or to print (X04).

#include <chrono>
#include <string>
#include <vector>

#include "core/clock.hpp"
#include "core/ids.hpp"

namespace sections {

struct WeekEvent {
  EventId id;
  std::string kind, title;
  paris::Instant starts, ends;
  std::string address, postcode, city;
  bool online;
};

/// Monday to Sunday, as the calendar of Paris has it; weeks in which the clocks change are an hour shorter or longer.
struct Week {
  std::chrono::sys_days monday;
  static Week of(std::chrono::year_month_day day);
  [[nodiscard]] paris::Instant starts() const;  ///< Monday 0 h 00
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
/// Each event once, on the day it begins; what goes on from the week before, on Monday. What began on Sunday evening
/// and ends in that night was the week before's.
std::vector<WeekDay> week_days(const std::vector<WeekEvent>& events, const Week& week, Audience audience);

/// All of it as plain text. `base` is the site's address: members find each event's page behind it.
std::string week_text(const std::string& section, const Week& week, const std::vector<WeekDay>& days, Audience audience,
                      const std::string& base);

}  // namespace sections
