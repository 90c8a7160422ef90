#pragma once
// A month or a week as a grid of days (E08).

#include <vector>

#include "agenda/asked.hpp"
#include "core/pg/statement.hpp"
#include "core/text/when.hpp"

namespace agenda {

/// As much of an event as a grid shows.
struct Line {
  EventId id;
  std::string state, title;
  pg::Time starts_at, ends_at;
  std::string time_zone;
  bool all_day;
  std::optional<std::string> answer;  ///< the viewer's: "" none yet; nothing for whoever is no guest
};
extern const pg::Statement<Line(std::string, std::string, pg::Time, pg::Time)> grid_lines;

/// The tab's cards that touch that span of time.
extern const pg::Statement<events::Card(std::string, std::string, pg::Time, pg::Time)> span_cards;
inline constexpr std::size_t most_cards = 40;

struct Entry {
  const Line* line;
  bool begins, ends;  ///< on that day
};
struct Day {
  std::chrono::year_month_day day;
  std::vector<Entry> entries;  ///< what goes on from the day before first, then by hour
};
/// Each day of the span with what goes on then. What ends at midnight is not the next day's.
std::vector<Day> grid(const Span& span, const std::vector<Line>& lines);

/// When a day begins in Paris.
paris::Instant midnight(std::chrono::sys_days day);
/// Days are those of the event's own place: overseas they begin as much earlier or later than in Paris at most.
inline constexpr std::chrono::hours overseas{14};
/// Of what was found for that span, widened so, what lies in it.
std::vector<events::Card> within(const std::vector<events::Card>& cards, std::chrono::sys_days first,
                                 std::chrono::sys_days end);

/// The tab as viewer_agenda() names it.
std::string word(events::Place tab);

}  // namespace agenda
