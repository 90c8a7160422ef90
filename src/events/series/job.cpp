#include "events/series/job.hpp"

#include "events/series/store.hpp"

namespace events {
namespace {

// Nobody answers for a series whose maker is gone: it makes no further dates.
const pg::Statement<Series(std::int64_t)> short_of_dates{"jobs.events.series_short", "select " EVENT_SERIES R"(
    from event_series s where not s.finished and s.creator_id is not null and s.made_until < now() at time zone 'UTC' + make_interval(days => $1::bigint::integer)
   order by s.made_until, s.id limit 500)"};
const pg::Statement<std::int32_t(SeriesId, std::vector<std::int64_t>, std::int64_t, bool)> add_dates{
    "jobs.events.series_add", "select event_series_add($1, " INSTANTS(2) ", " LOCAL(3) ", $4)"};

// Each series by itself: what was made stays made, whatever happens to the next one.
void run(jobs::Job& job) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  for (const auto& series : job.database.all(short_of_dates, series_horizon.count() - 1)) {
    if (job.stopping()) throw jobs::Stopped{};
    const auto more =
        plan(series.recurrence(), calendar::Local(std::chrono::seconds(series.made_until.value_or(0))), now);
    job.database.one(add_dates, series.id, seconds(more.starts), seconds(more.made_to), more.finished);
  }
}

}  // namespace

jobs::Kind series_job() {
  return {.name = "events.series", .run = run, .every = std::chrono::hours(1)};
}

}  // namespace events
