#include "sections/welcome_job.hpp"

#include "core/json.hpp"
#include "sections/welcome_text.hpp"

namespace sections {
namespace {

struct Greeting {
  MemberId secretary_id;
  std::string secretary, first_name, section, body;
};
const pg::Statement<Greeting(SpaceId, MemberId)> to_greet{
    "sections.to_greet",
    "select secretary_id, secretary, first_name, section_name, body from newcomer_to_greet($1, $2)"};
const pg::Statement<void(SpaceId, MemberId, std::string, std::string)> greet{"sections.greet",
                                                                             "select greet_newcomer($1, $2, $3, $4)"};

}  // namespace

void send_welcome(jobs::Job& job) {
  const json::Object payload(job.payload);
  const SpaceId section(payload.number("section").value());
  const MemberId newcomer(payload.number("member").value());
  const auto found = job.database.all(to_greet, section, newcomer);
  if (found.empty()) return;
  const auto& greeting = found.front();
  const WelcomeNames names{greeting.first_name, greeting.section, greeting.secretary};
  pg::Batch batch;
  batch.run(jobs::act_as, greeting.secretary_id);
  batch.run(greet, section, newcomer, welcome_subject(names), filled_welcome(greeting.body, names));
  job.done(batch);
  job.database.send(batch);
}

}  // namespace sections
