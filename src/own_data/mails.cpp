#include "core/mail/letter.hpp"
#include "core/text/french.hpp"
#include "own_data/departure.hpp"
#include "own_data/page.hpp"
#include "own_data/routes.hpp"

namespace own_data {
namespace {

const pg::Statement<pg::Time(std::int64_t)> ready_at{
    "mail.own_data.archive", "select ready_at from archive where id = $1 and ready_at is not null"};

std::optional<mail::Message> compose_archive(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value_or(MemberId()));
  const auto ready = batch.maybe(ready_at, row.subject_id.value_or(0));
  database.send(batch);
  if (!*ready) return std::nullopt;
  const auto until = paris::day(std::chrono::floor<std::chrono::seconds>(**ready + std::chrono::days(7)));
  return mail::letter(
      "Ton archive est prête",
      {.title = "Bonjour " + row.first_name,
       .parts =
           {mail::Words{"Tu as demandé à récupérer tes données : les voici, dans un seul fichier. Connecte-toi pour le "
                        "télécharger."},
            mail::Buttons{{{"Récupérer mes données", mail::link(settings, path)}}},
            mail::Small{"Il est là jusqu’au " + french::long_day(until) + ", puis il est effacé."},
            mail::Words{"Si tu n’as rien demandé, quelqu’un d’autre est entré dans ton compte : change tout de suite "
                        "de mot de passe, et regarde tes appareils connectés."}},
       .why = "Tu reçois ce courriel parce que cette archive a été demandée depuis ton compte."},
      settings);
}

}  // namespace

std::vector<mail::Kind> mails() {
  auto kinds = departure_mails();
  kinds.push_back({.name = "own_data.archive", .compose = compose_archive});
  return kinds;
}

}  // namespace own_data
