#include "events/series/store.hpp"

namespace events {

const pg::Statement<Series(EventId)> find_series{
    "events.series", "select " EVENT_SERIES " from event e join event_series s on s.id = e.series_id where e.id = $1"};

std::vector<std::int64_t> seconds(const std::vector<std::chrono::sys_seconds>& starts) {
  std::vector<std::int64_t> found;
  found.reserve(starts.size());
  for (const auto start : starts) found.push_back(start.time_since_epoch().count());
  return found;
}

std::int64_t seconds(calendar::Local local) {
  return local.time_since_epoch().count();
}

}  // namespace events
