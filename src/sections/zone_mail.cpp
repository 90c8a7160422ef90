#include "sections/zone_mail.hpp"

#include "core/jobs/job.hpp"
#include "core/json.hpp"
#include "core/mail/letter.hpp"
#include "core/text/french.hpp"
#include "notifications/link.hpp"
#include "sections/ids.hpp"
#include "sections/office.hpp"

namespace sections {
namespace {

// As they see it: whoever is in charge no more is told of nothing.
struct Charge {
  std::string zone, section;
  std::optional<std::string> by;
};
const pg::Statement<Charge(ListId, MemberId)> still_in_charge{"mail.sections.zone", R"(
  select l.name, s.name, (select m.first_name || ' ' || m.last_name from member m where m.id = $2)
    from section_list l join space s on s.id = l.section_id where l.id = $1 and l.manager_id = viewer_id())"};

}  // namespace

std::optional<mail::Message> compose_zone(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const json::Object detail(row.detail);
  const ListId zone(row.subject_id.value());
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value());
  const auto wanted = batch.one(notifications::wanted_now, std::string(code(notifications::Kind::coopain)));
  const auto found = batch.maybe(still_in_charge, zone, MemberId(detail.number("by").value_or(0)));
  database.send(batch);
  if (!*wanted || !*found) return std::nullopt;
  const auto& charge = **found;
  const auto section = section_words_inside(charge.section);
  const std::string title = "Te voilà responsable de la zone " + french::quoted(charge.zone);
  return mail::letter(
      title,
      {.title = title,
       .parts = {mail::Words{(charge.by ? *charge.by + " te confie" : std::string("On te confie")) +
                             " cette zone de la " + section +
                             ". Tu peux écrire à celles et ceux qui y habitent. Pour protéger chacun, tu "
                             "en connais le nombre, jamais les noms."},
                 mail::Buttons{{{"Voir ma zone", mail::link(settings, "/zones/" + std::to_string(zone.number()))}}}},
       .why = "Tu reçois ce courriel parce que tu es responsable d’une zone de la " + section + ".",
       .unsubscribe = notifications::refusal_link(settings, *row.member, notifications::Kind::coopain)},
      settings);
}

}  // namespace sections
