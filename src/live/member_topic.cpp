#include "live/member_topic.hpp"

#include "core/jobs/job.hpp"
#include "gate/shell.hpp"
#include "gate/viewer.hpp"

namespace live {
namespace {

const pg::Statement<MemberId(std::int64_t, std::vector<MemberId>)> themselves{
    "live.themselves", "select m from unnest($2::bigint[]) m where m = $1"};

std::string render(pg::Connection& database, std::int64_t, MemberId viewer) {
  pg::Batch batch;
  batch.run(jobs::act_as, viewer);
  const auto shell = gate::ask_shell(batch);
  database.send(batch);
  html::Out out(2048);
  ui::remote_streams(out, gate::remote(gate::Viewer{.id = viewer}, *shell.counters, *shell.next_dates));
  return out.finish();
}

}  // namespace

Topic member_topic() {
  return {member_topic_name, themselves, render};
}

}  // namespace live
