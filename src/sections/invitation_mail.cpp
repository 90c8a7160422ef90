#include "sections/invitation_mail.hpp"

#include "access/invitation.hpp"
#include "core/jobs/job.hpp"
#include "core/json.hpp"
#include "core/mail/letter.hpp"
#include "core/text/french.hpp"
#include "sections/ids.hpp"
#include "sections/office.hpp"

namespace sections {
namespace {

struct Invited {
  std::string role, first_name, last_name, section, federation, inviter;
  pg::Time sent_at;
};
// Seen as whoever asked for it: somebody who runs the section no more sends nothing more.
const pg::Statement<Invited(InvitationId, std::int32_t)> invitation_letter{"sections.invitation_letter", R"(
  select i.role, i.first_name, i.last_name, s.name, f.name, m.first_name || ' ' || m.last_name, i.last_sent_at
    from invitation i join space s on s.id = i.space_id join space f on f.id = s.parent_id join member m on m.id = viewer_id()
   where i.id = $1 and i.sends = $2 and i.accepted_at is null)"};

std::string call(const Invited& i, const std::string& site) {
  const auto section = section_words_inside(i.section);
  if (i.role == "secretary")
    return "Bonjour " + i.first_name + ",\n\n" + i.inviter + ", référent web (" + i.federation +
           "), te propose d’ouvrir la " + section + " sur " + site +
           ".\n\nTu pourras y importer ton fichier de membres, les inviter, puis préparer ensemble vos réunions et vos "
           "porte-à-porte. Pour commencer, choisis un mot de passe : cela prend deux minutes.";
  return "Bonjour " + i.first_name + ",\n\n" + i.inviter + " t’invite à rejoindre la " + section + " sur " + site +
         " : c’est là que la section se retrouve, s’écrit et prépare ses réunions et ses porte-à-porte.\n\nPour "
         "entrer, "
         "choisis simplement un mot de passe : cela prend deux minutes.";
}

}  // namespace

std::optional<mail::Message> compose_invitation(pg::Connection& database, const mail::Row& row,
                                                const Settings& settings) {
  const json::Object detail(row.detail);
  pg::Batch batch;
  batch.run(jobs::act_as, MemberId(detail.number("by").value_or(0)));
  const auto found = batch.maybe(invitation_letter, InvitationId(row.subject_id.value_or(0)),
                                 static_cast<std::int32_t>(detail.number("send").value_or(0)));
  database.send(batch);
  if (!*found) return std::nullopt;
  const Invited& i = **found;
  const bool runs_it = i.role == "secretary";
  const auto send = static_cast<std::int32_t>(*detail.number("send"));
  const auto link =
      accounts::invitation_link(settings, *row.subject_id, send, std::chrono::floor<std::chrono::seconds>(i.sent_at));
  const auto section = section_words_inside(i.section);
  auto message = mail::letter(
      i.inviter + " t’invite sur " + settings.site_name,
      {.title = runs_it ? "Ouvre ta section" : "Ta section t’attend",
       .parts = {mail::Words{call(i, settings.site_name)},
                 mail::Buttons{{{runs_it ? "Ouvrir ma section" : "Rejoindre ma section", link}}},
                 mail::Small{"Ce lien n’est que pour toi : ne le transmets à personne. Il sert une seule fois, pendant "
                             "trente jours. Si tu reçois une autre invitation, c’est la dernière qui compte."},
                 mail::Small{"Ce courriel n’est pas pour toi ? Laisse-le de côté : tant que personne ne clique, aucun "
                             "compte n’existe. Pour ne plus rien recevoir, écris-le-nous : " +
                             mail::link(settings, "/contact")}},
       .why = runs_it
                  ? "Tu reçois ce courriel parce que ta fédération t’a indiqué comme secrétaire de la " + section + "."
                  : "Tu reçois ce courriel parce que ton adresse est dans le fichier de la " + section + "."},
      settings);
  message.to_name = i.first_name + ' ' + i.last_name;
  return message;
}

}  // namespace sections
