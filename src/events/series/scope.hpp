#pragma once
// A change or a cancellation of a date that comes again: of this one, of this one and those that follow, of all that
// are still to come (E03, E07). What is past is never touched.

#include "events/series/repeat.hpp"
#include "events/series/store.hpp"
#include "gate/visit.hpp"

namespace events {

enum class Scope { one, following, all };
Scope scope_of(std::string_view code);  ///< of the field `scope`; one unless it says otherwise

/// Where a date stands in its series.
struct InSeries {
  SeriesId id;
  std::string rule;
  std::int64_t first;  ///< seconds on the clocks of the zone
  std::string zone;
  std::int64_t start, first_to_come;  ///< seconds: what the rule gave for this one, and for the next of all
  std::int64_t following, all;        ///< dates to come, from this one and whole
  std::int64_t apart;                 ///< of all, changed by themselves (not this one)
  std::int64_t told;                  ///< guests of any of them, who have not declined
  bool open;                          ///< this one is published, and not over

  [[nodiscard]] calendar::Recurrence recurrence() const {
    return {rule, calendar::Local(std::chrono::seconds(first)), zone};
  }
  [[nodiscard]] std::chrono::sys_seconds begins(Scope scope) const {
    return std::chrono::sys_seconds(std::chrono::seconds(scope == Scope::following ? start : first_to_come));
  }
  [[nodiscard]] std::int64_t dates(Scope scope) const { return scope == Scope::following ? following : all; }
};
extern const pg::Statement<InSeries(EventId)> find_standing;

/// `what`: «Ce changement», «L’annulation».
void write_scope(html::Out& out, const InSeries& standing, Scope selected, std::string_view label);

/// An exception from now on.
void set_apart(gate::Visit& v, EventId event);

struct Follow {
  EventId event;  ///< it has been changed itself
  Scope scope;
  calendar::Rule rule;
  calendar::Local start;  ///< of the event now
  std::string zone;
  bool same_rhythm;  ///< what was chosen under «Se répète» is what was chosen before
  bool moved;        ///< guests must hear of it
};
/// Makes the other dates follow. How many people are told.
std::int32_t follow(gate::Visit& v, const InSeries& standing, const Follow& change);

/// How many people are told.
std::int32_t cancel_dates(gate::Visit& v, EventId event, const InSeries& standing, Scope scope,
                          const std::string& words);

}  // namespace events
