#include "events/series/store.hpp"

#include "events/card.hpp"

namespace events {

const pg::Statement<Series(EventId)> find_series{
    "events.series", "select " EVENT_SERIES " from event e join event_series s on s.id = e.series_id where e.id = $1"};

namespace {

const pg::Statement<std::int32_t(EventId, std::vector<std::int64_t>, std::int64_t, bool)> publish_series{
    "events.series_publish", "select event_series_publish($1, " INSTANTS(2) ", " LOCAL(3) ", $4)"};

}  // namespace

std::vector<std::int64_t> seconds(const std::vector<std::chrono::sys_seconds>& starts) {
  std::vector<std::int64_t> found;
  found.reserve(starts.size());
  for (const auto start : starts) found.push_back(start.time_since_epoch().count());
  return found;
}

std::int64_t seconds(calendar::Local local) {
  return local.time_since_epoch().count();
}

void publish_dates(gate::Visit& v, EventId event, const Series& series) {
  const auto recurrence = series.recurrence();
  const auto dates = plan(recurrence, recurrence.first - std::chrono::seconds(1), now());
  v.one(publish_series, event, seconds(dates.starts), seconds(dates.made_to), dates.finished);
  v.ask();
}

}  // namespace events
