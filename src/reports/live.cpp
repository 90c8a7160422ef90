#include "reports/live.hpp"

#include "core/jobs/job.hpp"
#include "ui/news.hpp"

namespace reports {
namespace {

constexpr std::string_view topic = "parts";  // db/policies/63_reports.sql

const pg::Statement<MemberId(std::int64_t, std::vector<MemberId>)> organisers{
    "live.parts_organisers", "select m from unnest($2::bigint[]) m where refusal(m, 'organiser', $1) is null"};
// When each was last noted: a part that is corrected is news again.
const pg::Statement<std::int64_t(EventId)> noted{"live.parts",
                                                 "select (extract(epoch from filed_at) * 1000000)::bigint from "
                                                 "event_part where event_id = $1 order by filed_at desc limit 300"};

std::string render(pg::Connection& database, std::int64_t event, MemberId viewer) {
  pg::Batch batch;
  batch.run(jobs::act_as, viewer);
  auto latest = batch.all(noted, EventId(event));
  database.send(batch);
  html::Out out(512);
  ui::news_stream(out, latest.take());
  return out.finish();
}

}  // namespace

std::vector<live::Topic> topics() {
  return {{topic, organisers, render}};
}

std::string watch(const Settings& settings, MemberId organiser, EventId event) {
  return live::token(settings.secret, organiser, topic, event.number());
}

}  // namespace reports
