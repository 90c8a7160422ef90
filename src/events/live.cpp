#include "events/live.hpp"

#include "core/jobs/job.hpp"
#include "events/detail.hpp"
#include "events/replace.hpp"

namespace events {
namespace {

constexpr std::string_view event_topic = "event", organised_topic = "organised";  // db/policies/75_live.sql

const pg::Statement<MemberId(std::int64_t, std::vector<MemberId>)> event_viewers{
    "live.event_viewers", "select m from unnest($2::bigint[]) m where event_visible(m, $1)"};
const pg::Statement<MemberId(std::int64_t, std::vector<MemberId>)> event_organisers{
    "live.event_organisers", "select m from unnest($2::bigint[]) m where refusal(m, 'organiser', $1) is null"};

std::optional<Detail> look(pg::Connection& database, std::int64_t event, MemberId viewer) {
  pg::Batch batch;
  batch.run(jobs::act_as, viewer);
  const auto found = batch.maybe(find_event, EventId(event));
  database.send(batch);
  return *found;
}

std::string render(pg::Connection& database, std::int64_t event, MemberId viewer) {
  const auto found = look(database, event, viewer);
  if (!found) return {};
  html::Out out(4096);
  const auto number = std::to_string(event);
  replace(out, "gauge-large-" + number, [&] { write_gauge(out, *found, false); });
  replace(out, "gauge-" + number, [&] { write_card_gauge(out, *found); });
  return out.finish();
}

std::string render_organised(pg::Connection& database, std::int64_t event, MemberId viewer) {
  const auto found = look(database, event, viewer);
  if (!found) return {};
  html::Out out(2048);
  replace(out, "gauge-large-" + std::to_string(event), [&] { write_gauge(out, *found, true); });
  return out.finish();
}

}  // namespace

std::vector<live::Topic> topics() {
  return {{event_topic, event_viewers, render}, {organised_topic, event_organisers, render_organised}};
}

std::string watch(const Settings& settings, MemberId member, EventId event, bool organises) {
  return live::token(settings.secret, member, organises ? organised_topic : event_topic, event.number());
}

}  // namespace events
