#include "coopains/mails.hpp"

#include "core/jobs/job.hpp"
#include "core/mail/letter.hpp"
#include "notifications/link.hpp"

namespace coopains {
namespace {

using notifications::Kind;
using Name = std::string;

// Whoever asks shows their name to whom they ask.
const pg::Statement<Name(std::int64_t)> still_asks{
    "mail.coopains.still_asks", "select r.name from coopain_requests() r where r.received and r.id = $1"};
const pg::Statement<Name(std::int64_t)> now_bound{"mail.coopains.now_bound", R"(
  select m.first_name || ' ' || m.last_name from bond b join member m on m.id = b.coopain_id where b.member_id = viewer_id() and b.coopain_id = $1)"};

// The name of the other, if it is still news and wanted by mail.
std::optional<Name> look_up(pg::Connection& database, const mail::Row& row,
                            const pg::Statement<Name(std::int64_t)>& news) {
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value());
  const auto wanted = batch.one(notifications::wanted_now, std::string(code(Kind::coopain)));
  const auto name = batch.maybe(news, row.subject_id.value());
  database.send(batch);
  return *wanted ? *name : std::nullopt;
}

mail::Message tell(const mail::Row& row, const Settings& settings, const std::string& title, std::string words,
                   mail::Button button) {
  return mail::letter(title,
                      {.title = title,
                       .parts = {mail::Words{std::move(words)}, mail::Buttons{{std::move(button)}}},
                       .why = "Tu reçois ce courriel parce que tu es membre de " + settings.site_name + ".",
                       .unsubscribe = notifications::refusal_link(settings, *row.member, Kind::coopain)},
                      settings);
}

std::optional<mail::Message> compose_request(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto who = look_up(database, row, still_asks);
  if (!who) return std::nullopt;
  return tell(row, settings, *who + " te demande d’être son coopain",
              "Entre coopains, vous vous retrouvez plus vite et vous suivez ce que fait l’autre. Si tu ne veux pas, "
              "refuse : tu n’as pas à te justifier.",
              {"Répondre à la demande", mail::link(settings, "/coopains/demandes")});
}

std::optional<mail::Message> compose_accepted(pg::Connection& database, const mail::Row& row,
                                              const Settings& settings) {
  const auto who = look_up(database, row, now_bound);
  if (!who) return std::nullopt;
  return tell(row, settings, *who + " est maintenant ton coopain", "Ta demande est acceptée. Et si tu lui écrivais ?",
              {"Voir son profil", mail::link(settings, "/membres/" + std::to_string(*row.subject_id))});
}

}  // namespace

std::vector<mail::Kind> mails() {
  return {{.name = "coopains.request", .compose = compose_request},
          {.name = "coopains.accepted", .compose = compose_accepted}};
}

}  // namespace coopains
