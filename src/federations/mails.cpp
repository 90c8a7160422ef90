#include "federations/mails.hpp"

#include "core/jobs/job.hpp"
#include "core/mail/letter.hpp"
#include "sections/office.hpp"

namespace federations {
namespace {

// Not for whoever runs it again by the time it leaves.
const pg::Statement<std::string(SpaceId)> section_left{
    "mail.federations.section",
    "select s.name from space s where s.id = $1 and s.kind = 'section' and not runs_section(s.id)"};

std::optional<mail::Message> compose_ended(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const SpaceId id(row.subject_id.value_or(0));
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value_or(MemberId()));
  const auto found = batch.maybe(section_left, id);
  database.send(batch);
  if (!*found) return std::nullopt;
  const auto section = sections::section_words_inside(**found);
  return mail::letter(
      "Tu n’es plus secrétaire de la " + section,
      {.title = "Bonjour " + row.first_name,
       .parts = {mail::Words{"Ta fédération a mis fin à ton rôle de secrétaire de la " + section +
                             ". Tu en restes membre, comme avant ; son bureau, son fichier et ses envois ne te sont "
                             "plus ouverts.\n\nMerci pour le travail fait."},
                 mail::Words{"Si tu ne t’y attendais pas, parles-en à ton référent ou ta référente web."},
                 mail::Buttons{{{"Voir la section", mail::link(settings, sections::section_path(id))}}}},
       .why = "Tu reçois ce courriel parce que ton rôle sur " + settings.site_name + " a changé."},
      settings);
}

}  // namespace

std::vector<mail::Kind> mails() {
  return {{.name = "federations.secretary_ended", .compose = compose_ended}};
}

}  // namespace federations
