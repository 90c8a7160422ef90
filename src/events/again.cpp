#include "events/again.hpp"

#include "events/card.hpp"

namespace events {
namespace {

struct Times {
  pg::Time starts_at, ends_at;
  std::string time_zone;
  bool all_day;
};
const pg::Statement<Times(EventId)> find_times{
    "events.times_of_old",
    "select starts_at, ends_at, time_zone, all_day from event where id = $1 and state <> 'draft'"};

// Where whoever does it again does not belong, it is not published again.
const pg::Statement<EventId(EventId, pg::Time, pg::Time)> copy_event{"events.copy", R"(
  insert into event (creator_id, kind, title, description, starts_at, ends_at, time_zone, all_day, online_url, address, complement, postcode, city, latitude, longitude, is_public, space_ids,
                     invitation_text, goal, capacity)
  select viewer_id(), kind, title, description, $2, $3, time_zone, all_day, online_url, address, complement, postcode, city, latitude, longitude, is_public,
         array(select s from unnest(space_ids) s where s in (select c.space_id from circle c where c.member_id = viewer_id() and c.direct)),
         invitation_text, goal, capacity
    from event where id = $1 returning id)"};

constexpr auto week = std::chrono::days(7);

}  // namespace

french::When next_like(const french::When& old, paris::Instant now) {
  const auto lasts = old.until() - old.from();
  auto from = old.from() + week;
  const auto today = zones::local(now, *old.zone);
  if (from <= today) from += std::chrono::floor<std::chrono::weeks>(today - from) + week;
  french::When next = old;
  next.start = zones::instant(from, *old.zone);
  // Across the night when clocks go forward, its last hour may not be there.
  next.end = std::max(zones::instant(from + lasts, *old.zone), next.start + std::chrono::minutes(1));
  return next;
}

http::Response do_again(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  v.together();
  const auto times = v.maybe(find_times, event);
  v.ask();
  if (!*times) throw http::Error(404);
  const auto next = next_like(french::when(**times), now());
  const auto copy = v.one(copy_event, event, next.start, next.end);
  v.ask();
  v.commit();
  return v.redirect(path(*copy, "description"),
                    "Tout est repris, pour " + french::moment(next) + ". Change ce qui a changé, puis invite.");
}

}  // namespace events
