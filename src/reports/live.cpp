#include "reports/live.hpp"

#include "core/jobs/job.hpp"
#include "core/text/french.hpp"
#include "events/card.hpp"
#include "events/replace.hpp"
#include "reports/parts_view.hpp"

namespace reports {
namespace {

constexpr std::string_view topic = "parts";  // db/policies/63_reports.sql

const pg::Statement<MemberId(std::int64_t, std::vector<MemberId>)> organisers{
    "live.parts_organisers", "select m from unnest($2::bigint[]) m where refusal(m, 'organiser', $1) is null"};
const pg::Statement<std::int64_t(EventId)> many_parts{"live.parts",
                                                      "select count(*) from event_part where event_id = $1"};

std::string render(pg::Connection& database, std::int64_t event, MemberId viewer) {
  const EventId id(event);
  pg::Batch batch;
  batch.run(jobs::act_as, viewer);
  const auto many = batch.one(many_parts, id);
  database.send(batch);
  html::Out out(512);
  events::replace(out, news_id(id), [&] {
    out(R"(<div id="{}" role="status"><div class="notice info">{}<p>Une part vient d’arriver, {} en tout. <a href="{}" data-turbo="false">Mettre à jour</a></p></div></div>)",
        news_id(id), ui::icon("refresh-cw"), french::number(*many), html::Url::local(events::path(id, "bilan")));
  });
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
