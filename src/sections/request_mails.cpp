#include "sections/request_mails.hpp"

#include "core/jobs/job.hpp"
#include "core/mail/letter.hpp"
#include "core/text/french.hpp"
#include "notifications/link.hpp"
#include "sections/office.hpp"

namespace sections {
namespace {

using notifications::Kind;

// As whoever answers sees them: somebody who does no more is told of nothing.
struct Waiting {
  std::string section;
  std::int64_t count;
};
const pg::Statement<Waiting(SpaceId)> still_wait{"mail.sections.still_wait", R"(
  select s.name, count(*) from section_request r join space s on s.id = r.section_id join member m on m.id = r.member_id
   where r.section_id = $1 and r.answered_at is null and holds_office('members', $1) group by s.name)"};
struct Answer {
  SpaceId section_id;
  std::string section, answer, reply;
};
const pg::Statement<Answer(std::int64_t)> answer_given{"mail.sections.answer", R"(
  select s.id, s.name, r.answer, r.reply from section_request r join space s on s.id = r.section_id
   where r.id = $1 and r.member_id = viewer_id() and r.answer is not null)"};

// If it is still news, and wanted by mail.
template <class Row, class Id>
std::optional<Row> look_up(pg::Connection& database, const mail::Row& row, const pg::Statement<Row(Id)>& news) {
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value());
  const auto wanted = batch.one(notifications::wanted_now, std::string(code(Kind::coopain)));
  const auto found = batch.maybe(news, Id(row.subject_id.value()));
  database.send(batch);
  return *wanted ? *found : std::nullopt;
}

mail::Message tell(const mail::Row& row, const Settings& settings, const std::string& title,
                   std::vector<mail::Part> parts, std::string why) {
  return mail::letter(title,
                      {.title = title,
                       .parts = std::move(parts),
                       .why = "Tu reçois ce courriel parce que " + std::move(why),
                       .unsubscribe = notifications::refusal_link(settings, *row.member, Kind::coopain)},
                      settings);
}

}  // namespace

std::optional<mail::Message> compose_requests(pg::Connection& database, const mail::Row& row,
                                              const Settings& settings) {
  const auto waiting = look_up(database, row, still_wait);
  if (!waiting) return std::nullopt;
  const auto section = section_words_inside(waiting->section);
  return tell(
      row, settings,
      french::count(waiting->count, "personne demande à rejoindre la ", "personnes demandent à rejoindre la ") +
          section,
      {mail::Words{"Leurs noms et leurs mots sont dans « Demandes ». Tu acceptes, comme adhérent ou sympathisant, ou "
                   "tu refuses ; on le dit à chacun. Même s’il en vient d’autres, tu ne recevras pas d’autre courriel "
                   "aujourd’hui."},
       mail::Buttons{
           {{"Voir les demandes", mail::link(settings, section_path(SpaceId(*row.subject_id), "/gestion/demandes"))}}}},
      "tu réponds aux demandes de la " + section + ".");
}

std::optional<mail::Message> compose_answer(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto found = look_up(database, row, answer_given);
  if (!found) return std::nullopt;
  const auto section = section_words_inside(found->section);
  const auto link = mail::link(settings, section_path(found->section_id));
  const auto why = "tu as demandé à rejoindre la " + section + ".";
  if (found->answer != "refused")
    return tell(row, settings, "Bienvenue dans la " + section,
                {mail::Words{std::string("Ta demande est acceptée : te voilà ") +
                             (found->answer == "adherent" ? "adhérent·e" : "sympathisant·e") +
                             " de la section. Ses événements, ses membres et ses nouvelles sont maintenant les tiens."},
                 mail::Buttons{{{"Voir ma section", link}}}},
                why);
  std::vector<mail::Part> parts{
      mail::Words{"Merci de ta demande. La section n’y donne pas suite cette fois-ci. Personne d’autre ne le sait."}};
  if (!found->reply.empty()) parts.emplace_back(mail::Quote{found->reply, section});
  parts.emplace_back(mail::Words{"D’autres sections sont peut-être plus près de chez toi."});
  parts.emplace_back(mail::Buttons{{{"Chercher une section", mail::link(settings, "/pres-de-chez-moi")}}});
  return tell(row, settings, "La réponse de la " + section, std::move(parts), why);
}

}  // namespace sections
