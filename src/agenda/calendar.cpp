#include "agenda/calendar.hpp"

#include <algorithm>

#include "events/filter.hpp"

namespace agenda {

using namespace std::chrono;

// $1 the tab, $2 the circle, then the span.
#define IN_SPAN \
  "e.id = any(array(select viewer_agenda($1, $3, $4))) and ($2 = 'all' or e.space_ids && (select viewer_spaces($2)))"
const pg::Statement<Line(std::string, std::string, pg::Time, pg::Time)> grid_lines{"agenda.grid_lines", R"(
  select e.id, e.state, e.title, e.starts_at, e.ends_at, e.time_zone, e.all_day, case when g.event_id is not null then coalesce(g.answer, '') end
    from event e left join event_guest g on g.event_id = e.id and g.member_id = viewer_id()
   where )" IN_SPAN " order by e.starts_at, e.id limit 2000"};
const pg::Statement<events::Card(std::string, std::string, pg::Time, pg::Time)> span_cards{
    "agenda.span_cards",
    "select " EVENT_CARD " from event_card e where " IN_SPAN " order by e.starts_at, e.id limit 161"};
#undef IN_SPAN

paris::Instant midnight(sys_days day) {
  return paris::instant(local_days(day.time_since_epoch()));
}

namespace {

struct FromTo {
  sys_days first, last;
};
template <class Row>
FromTo days_of(const Row& row) {
  auto when = french::when(row);
  when.end -= seconds(1);
  return {when.day(), zones::day(when.end, *when.zone)};
}

}  // namespace

std::vector<events::Card> within(const std::vector<events::Card>& cards, sys_days first, sys_days end) {
  std::vector<events::Card> found;
  for (const auto& card : cards)
    if (const auto lies = days_of(card); lies.first < end && lies.last >= first) found.push_back(card);
  return found;
}

std::vector<Day> grid(const Span& span, const std::vector<Line>& lines) {
  std::vector<Day> all;
  for (auto day = span.first; day < span.end(); day += days(1)) all.push_back({year_month_day(day), {}});
  for (const auto& line : lines) {
    const auto [first, last] = days_of(line);
    for (auto day = std::max(first, span.first); day <= std::min(last, span.end() - days(1)); day += days(1))
      all[static_cast<size_t>((day - span.first).count())].entries.push_back({&line, day == first, day == last});
  }
  for (auto& day : all) std::ranges::stable_partition(day.entries, [](const Entry& entry) { return !entry.begins; });
  return all;
}

std::string word(events::Place tab) {
  if (tab == events::Place::invitations) return "invitations";
  return tab == events::Place::mine ? "mine" : "agenda";
}

}  // namespace agenda
