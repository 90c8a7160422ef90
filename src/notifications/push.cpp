#include "notifications/push.hpp"

#include <algorithm>
#include <stdexcept>

#include "core/json.hpp"
#include "core/log.hpp"
#include "core/web_push/service.hpp"

namespace notifications {
namespace {

constexpr int most_attempts = 6;  // while the push service is away: some minutes
constexpr int most_delays = 5;    // that it asked for itself
constexpr std::chrono::seconds longest_delay{6 * 60 * 60};

struct Target {
  MemberId member;
  std::string endpoint;
  pg::Bytes p256dh, auth;
};
const pg::Statement<Target(std::int64_t, pg::Bytes)> find_target{"jobs.push_target",
                                                                 "select * from push_target($1, $2)"};
const pg::Statement<void(std::int64_t, std::string)> forget{"jobs.forget_push_device",
                                                            "select forget_push_device($1, $2)"};
const pg::Statement<void(std::string, std::string, std::int64_t)> ask_again{
    "jobs.push_again",
    "select enqueue_job('notifications.push', $1, $2::jsonb, now() + make_interval(secs => $3::bigint))"};

// The page that shows it; none when it was read, answered or withdrawn meanwhile, or is not wanted any more.
const pg::Statement<std::string(std::string, std::int64_t)> where_news_is{"jobs.push_news", R"(
  select path from (
    select case $1
      when 'message' then
        (select '/messages/' || t.thread_id from thread_member t where t.member_id = viewer_id() and t.thread_id = $2 and t.hidden_at is null
            and exists (select from message x where x.thread_id = t.thread_id and x.author_id is distinct from viewer_id() and x.at > coalesce(t.read_at, '-infinity')))
      when 'wall' then (select '/membres/' || a.other_id || '/mur' from activity a where a.id = $2 and a.other_id = viewer_id())
      when 'coopain' then
        coalesce((select '/coopains/demandes' from coopain_requests() r where r.received and r.id = $2),
                 (select '/membres/' || b.coopain_id from bond b where b.member_id = viewer_id() and b.coopain_id = $2))
      else
        (select '/evenements/' || e.id from event e join event_guest g on g.event_id = e.id and g.member_id = viewer_id()
          where e.id = $2 and e.state = 'published' and e.ends_at > now() and ($1 = 'reminder' or g.answer is null))
    end as path) found
   where path is not null and not exists (select from notification_choice c where c.member_id = viewer_id() and c.kind = $1 and not c.push))"};

struct Asked {
  std::int64_t device;
  std::string kind;
  std::int64_t about;
  std::int64_t delays;
};
Asked read(const std::string& payload) {
  const json::Object asked(payload);
  return {asked.number("device").value(), asked.text("kind").value(), asked.number("about").value_or(0),
          asked.number("delays").value_or(0)};
}

void wait(jobs::Job& job, const Asked& asked, const web_push::Outcome& outcome) {
  if (!outcome.retry_after && job.attempt < most_attempts) throw std::runtime_error(outcome.why);
  if (!outcome.retry_after || asked.delays >= most_delays)
    return logging::warning("push message dropped", {{"why", outcome.why}});
  job.database.run(
      ask_again, job.key + '+',
      json::object(
          {{"device", asked.device}, {"kind", asked.kind}, {"about", asked.about}, {"delays", asked.delays + 1}}),
      std::int64_t{std::min(*outcome.retry_after, longest_delay).count()});
}

void run(jobs::Job& job) {
  const auto asked = read(job.payload);
  const web_push::Vapid vapid(job.settings);
  const auto target = job.database.maybe(find_target, asked.device, pg::Bytes{vapid.public_key()});
  if (!target) return;
  const auto endpoint = web_push::read_endpoint(target->endpoint, job.settings);
  if (!endpoint) {
    job.database.run(forget, asked.device, target->endpoint);
    return;
  }
  pg::Batch batch;
  batch.run(jobs::act_as, target->member);
  const auto path = batch.maybe(where_news_is, asked.kind, asked.about);
  job.database.send(batch);
  if (!*path) return;

  const auto outcome = web_push::send({*endpoint, {target->p256dh.octets, target->auth.octets}},
                                      {.text = **path, .topic = "nouveau"}, vapid, job.settings);
  switch (outcome.kind) {
    using enum web_push::Outcome::Kind;
    case taken:
      break;
    case gone:
      job.database.run(forget, asked.device, target->endpoint);
      break;
    case later:
      wait(job, asked, outcome);
      break;
    case refused:
      logging::warning("push message refused", {{"why", outcome.why}});
      break;
  }
}

}  // namespace

jobs::Kind push_job() {
  return {.name = "notifications.push", .run = run, .attempts = most_attempts};
}

}  // namespace notifications
