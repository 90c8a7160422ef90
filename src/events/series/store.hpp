#pragma once
// The series that an event is one date of, as it is kept (db/policies/62_event_series.sql).

#include <optional>
#include <string>

#include "core/ids.hpp"
#include "core/pg/statement.hpp"
#include "events/series/plan.hpp"
#include "gate/visit.hpp"

namespace events {

using SeriesId = Id<struct SeriesTag>;

struct Series {
  SeriesId id;
  std::string rule;
  std::int64_t first;  ///< seconds on the clocks of the zone
  std::string zone;
  std::optional<std::int64_t> made_until;  ///< the same; none: not published yet
  bool finished;

  [[nodiscard]] calendar::Recurrence recurrence() const {
    return {rule, calendar::Local(std::chrono::seconds(first)), zone};
  }
};
#define EVENT_SERIES                                                                                                  \
  "s.id, s.rule, extract(epoch from s.starts_local)::bigint, s.time_zone, extract(epoch from s.made_until)::bigint, " \
  "s.finished"
extern const pg::Statement<Series(EventId)> find_series;  ///< of that event

/// What a plan is in a statement.
std::vector<std::int64_t> seconds(const std::vector<std::chrono::sys_seconds>& starts);
std::int64_t seconds(calendar::Local local);
#define INSTANTS(n) "array(select to_timestamp(x) from unnest($" #n "::bigint[]) x)"
#define LOCAL(n) "to_timestamp($" #n "::bigint) at time zone 'UTC'"

/// The first date has been published: makes the others, before anybody is invited.
void publish_dates(gate::Visit& v, EventId event, const Series& series);

}  // namespace events
