#include "activity/live.hpp"

#include "activity/news.hpp"
#include "core/jobs/job.hpp"

namespace activity {
namespace {

constexpr std::string_view feed_topic = "feed", wall_topic = "wall";  // db/policies/30_activity.sql
constexpr std::int32_t looked_at = 60;  // more than a page knows, so that what is counted is new and not just deeper

const pg::Statement<MemberId(std::int64_t, std::vector<MemberId>)> theirs{
    "activity.live_theirs", "select m from unnest($2::bigint[]) m where m = $1"};

template <class Ask>
std::string render(pg::Connection& database, MemberId viewer, Ask ask) {
  pg::Batch batch;
  batch.run(jobs::act_as, viewer);
  auto rows = ask(batch);
  database.send(batch);
  html::Out out(1024);
  news_stream(out, read(rows.take()), viewer);
  return out.finish();
}

std::string render_feed(pg::Connection& database, std::int64_t, MemberId viewer) {
  return render(database, viewer, [](pg::Batch& batch) { return batch.all(feed_entries, "all", 0, looked_at); });
}
std::string render_wall(pg::Connection& database, std::int64_t, MemberId viewer) {
  return render(database, viewer, [&](pg::Batch& batch) { return batch.all(wall_entries, viewer, 0, looked_at); });
}

}  // namespace

std::vector<live::Topic> topics() {
  return {{feed_topic, theirs, render_feed}, {wall_topic, theirs, render_wall}};
}

std::string watch_feed(const Settings& settings, MemberId member) {
  return live::token(settings.secret, member, feed_topic, member.number());
}
std::string watch_wall(const Settings& settings, MemberId member) {
  return live::token(settings.secret, member, wall_topic, member.number());
}

}  // namespace activity
