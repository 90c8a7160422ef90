#include "events/series/scope.hpp"

#include <array>

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "ui/feedback.hpp"

namespace events {

using Text = std::string;

const pg::Statement<InSeries(EventId)> find_standing{"events.series_standing", R"(
  select s.id, s.rule, extract(epoch from s.starts_local)::bigint, s.time_zone, extract(epoch from e.series_start)::bigint, coalesce(extract(epoch from d.first)::bigint, 0), d.following, d.dates, d.apart,
         (select count(distinct g.member_id) from event_guest g where g.event_id = any(d.ids) and g.answer is distinct from 'no' and g.member_id <> viewer_id()),
         e.state = 'published' and e.ends_at > now()
    from event e join event_series s on s.id = e.series_id
    cross join lateral (
      select min(o.series_start) as first, count(*) filter (where o.series_start >= e.series_start) as following, count(*) as dates,
             count(*) filter (where o.series_changed and o.id <> e.id) as apart, array_agg(o.id) as ids
        from event o where o.series_id = s.id and o.state = 'published' and o.ends_at > now()) d
   where e.id = $1)"};

namespace {

const pg::Statement<void(EventId)> mark_exception{
    "events.series_exception", "update event set series_changed = true where id = $1 and series_id is not null"};
const pg::Statement<std::int32_t(EventId, pg::Time, Text, std::int64_t, Text, std::vector<std::int64_t>, std::int64_t,
                                 bool, Text, bool, bool)>
    follow_event{"events.series_follow", "select event_series_follow($1, $2, $3, " LOCAL(4) ", $5, " INSTANTS(
                                             6) ", " LOCAL(7) ", $8, $9, $10, $11)"};
const pg::Statement<std::int32_t(EventId, pg::Time, Text, Text)> cancel_series{
    "events.series_cancel", "select event_series_cancel($1, $2, $3, $4)"};

constexpr auto a_week = std::chrono::days(7);

// The first date of the rhythm as it will be: for «tous», as far from the next one of all as this one was moved.
calendar::Local first_of(const InSeries& standing, const Follow& change) {
  if (change.scope == Scope::following) return change.start;
  const auto was = calendar::local(std::chrono::sys_seconds(std::chrono::seconds(standing.start)), standing.zone);
  const auto next = calendar::local(standing.begins(Scope::all), standing.zone) + (change.start - was);
  if (change.rule.every == calendar::Rule::Every::week) return next;
  // «Le 2e mercredi» is not as far from the second Tuesday in each month.
  const auto found = calendar::starts({calendar::write(change.rule), next - a_week, change.zone},
                                      next - a_week - std::chrono::seconds(1), change.start, 1);
  return found.empty() ? change.start : found.front();
}

}  // namespace

Scope scope_of(std::string_view code) {
  return code == "all" ? Scope::all : code == "following" ? Scope::following : Scope::one;
}

void write_scope(html::Out& out, const InSeries& standing, Scope selected, std::string_view label) {
  const auto dates = [](std::int64_t count) { return french::count(count, "date prévue", "dates déjà prévues"); };
  const auto following = dates(standing.following) + ", et celles qui viendront.",
             all = dates(standing.all) + " à partir du " + french::whole_day(paris::day(standing.begins(Scope::all))) +
                   ". Le passé ne change pas.";
  const std::array scopes{ui::Option{"one", "Cette date seulement"},
                          ui::Option{"following", "Cette date et les suivantes", following},
                          ui::Option{"all", "Toutes les dates à venir", all}};
  const auto chosen = selected == Scope::all ? "all" : selected == Scope::following ? "following" : "one";
  ui::radio_group(out, {.name = "scope", .label = label, .options = scopes, .selected = chosen});
}

void set_apart(gate::Visit& v, EventId event) {
  v.run(mark_exception, event);
}

std::int32_t follow(gate::Visit& v, const InSeries& standing, const Follow& change) {
  const auto begins = standing.begins(change.scope);
  const auto first = first_of(standing, change);
  const calendar::Recurrence recurrence{calendar::write(change.rule), first, change.zone};
  // As many as there are at least, so that none is lost for want of a place.
  const auto dates =
      plan(recurrence, first - std::chrono::seconds(1), now(), static_cast<size_t>(standing.dates(change.scope)));
  const bool split = change.scope == Scope::following && begins > standing.begins(Scope::all);
  const auto cut = split ? ended_before(standing.recurrence(), calendar::local(begins, standing.zone)) : std::string();
  const auto told =
      v.one(follow_event, change.event, begins, recurrence.rule, seconds(first), change.zone, seconds(dates.starts),
            seconds(dates.made_to), dates.finished, cut, !change.same_rhythm, change.moved);
  v.ask();
  return *told;
}

std::int32_t cancel_dates(gate::Visit& v, EventId event, const InSeries& standing, Scope scope, const Text& words) {
  const auto begins = standing.begins(scope);
  const auto told = v.one(cancel_series, event, begins,
                          ended_before(standing.recurrence(), calendar::local(begins, standing.zone)), words);
  v.ask();
  return *told;
}

}  // namespace events
