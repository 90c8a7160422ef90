#include "activity/mails.hpp"

#include "core/jobs/job.hpp"
#include "core/mail/letter.hpp"
#include "notifications/link.hpp"

namespace activity {
namespace {

const pg::Statement<std::string(std::int64_t)> still_on_my_wall{"mail.activity.wall", R"(
  select m.first_name || ' ' || m.last_name from activity a join member m on m.id = a.member_id where a.id = $1 and a.other_id = viewer_id())"};

std::optional<mail::Message> compose_wall(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value());
  const auto wanted = batch.one(notifications::wanted_now, std::string(code(notifications::Kind::wall)));
  const auto who = batch.maybe(still_on_my_wall, row.subject_id.value());
  database.send(batch);
  if (!*wanted || !*who) return std::nullopt;
  const auto title = **who + " a écrit sur ton mur";
  return mail::letter(
      title,
      {.title = title,
       .parts = {mail::Buttons{
           {{"Voir mon mur", mail::link(settings, "/membres/" + std::to_string(row.member->number()) + "/mur")}}}},
       .why = "Tu reçois ce courriel parce que tu es membre de " + settings.site_name + ".",
       .unsubscribe = notifications::refusal_link(settings, *row.member, notifications::Kind::wall)},
      settings);
}

}  // namespace

std::vector<mail::Kind> mails() {
  return {{.name = "activity.wall", .compose = compose_wall}};
}

}  // namespace activity
