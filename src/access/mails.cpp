#include "access/mails.hpp"

#include "access/address_change.hpp"
#include "access/friends.hpp"
#include "access/links.hpp"
#include "access/opening.hpp"
#include "access/second_factor.hpp"
#include "core/mail/letter.hpp"

namespace accounts {
namespace {

using Text = std::string;

struct Owner {
  MemberId member;
  std::int32_t password_version;
  Text first_name;
};
const pg::Statement<Owner(Text)> owner_of_address{"mail.access.reset", "select * from reset_for_mail($1)"};

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::optional<mail::Message> compose_reset(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto owner = database.maybe(owner_of_address, row.address);
  if (!owner) return std::nullopt;  // nobody of that address: the page answered as if there were
  auto message = mail::letter(
      "Choisir un nouveau mot de passe",
      {.title = "Bonjour " + owner->first_name,
       .parts = {mail::Words{"Quelqu’un, sans doute toi, a demandé un nouveau mot de passe pour ton compte."},
                 mail::Buttons{{{"Choisir un mot de passe",
                                 password_link(settings, owner->member, owner->password_version, now())}}},
                 mail::Small{"Ce lien est bon une heure et une seule fois. Si tu n’as rien demandé, ne fais rien : ton "
                             "mot de passe reste le même."}},
       .why = "Tu reçois ce courriel parce que cette adresse est celle d’un compte."},
      settings);
  message.to_name = owner->first_name;
  return message;
}

std::optional<mail::Message> compose_changed(pg::Connection&, const mail::Row& row, const Settings& settings) {
  return mail::letter(
      "Ton mot de passe a changé",
      {.title = "Bonjour " + row.first_name,
       .parts = {mail::Words{"Le mot de passe de ton compte vient de changer, et les autres appareils ont été "
                             "déconnectés.\n\nSi c’est toi, tu n’as rien à faire."},
                 mail::Words{
                     "Si ce n’est pas toi, demande tout de suite un nouveau mot de passe, et préviens l’équipe."},
                 mail::Buttons{{{"Demander un nouveau mot de passe", mail::link(settings, "/mot-de-passe/oubli")},
                                {"Contacter l’équipe", mail::link(settings, "/contact")}}}},
       .why = "Tu reçois ce courriel parce qu’il touche à la sécurité de ton compte."},
      settings);
}

struct Kept {
  Text first_name, last_name, email;
  bool confirmed, has_account;
  Text phase;
};
const pg::Statement<Kept(std::int64_t)> kept{"mail.access.preregistration",
                                             "select * from preregistration_by_link($1)"};

mail::Letter answer_to(const Kept& person, const Text& link, const Settings& settings) {
  const Text hello = "Bonjour";  // a name that a stranger typed could say anything
  if (person.has_account)
    return {
        .title = hello,
        .parts = {mail::Words{"Tu as demandé à t’inscrire, mais tu as déjà un compte avec cette adresse. Il ne te "
                              "reste qu’à te connecter ; si tu as "
                              "oublié ton mot de passe, tu peux en demander un nouveau."},
                  mail::Buttons{{{"Me connecter", mail::link(settings, "/")},
                                 {"Demander un nouveau mot de passe", mail::link(settings, "/mot-de-passe/oubli")}}}}};
  if (person.phase == "open")
    return {
        .title = hello,
        .parts = {mail::Words{"Il ne reste qu’à lire la charte et à choisir ton mot de passe."},
                  mail::Buttons{{{"Terminer mon inscription", link}}}, mail::Small{"Ce lien est bon trente jours."}}};
  return {.title = hello,
          .parts = {mail::Words{"Tu veux savoir quand la coopol ouvrira près de chez toi. Confirme que cette adresse "
                                "est bien la tienne."},
                    mail::Buttons{{{"Confirmer ou effacer", link}}},
                    mail::Small{"Ce lien est bon trente jours. Sans confirmation, ta demande sera effacée."}}};
}

std::optional<mail::Message> compose_preregistration(pg::Connection& database, const mail::Row& row,
                                                     const Settings& settings) {
  const auto person = database.maybe(kept, row.subject_id.value_or(0));
  if (!person) return std::nullopt;
  auto letter = answer_to(*person, preregistration_link(settings, *row.subject_id, now()), settings);
  letter.why =
      "Tu reçois ce courriel parce que quelqu’un, sans doute toi, a donné cette adresse. Sinon, oublie-le : rien ne se "
      "passera.";
  return mail::letter(person->has_account       ? "Tu as déjà un compte"
                      : person->phase == "open" ? "Termine ton inscription"
                                                : "Confirme ta pré-inscription",
                      letter, settings);
}

// Those who waited, once their phase is open.
std::optional<mail::Message> compose_open(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto person = database.maybe(kept, row.subject_id.value_or(0));
  if (!person || person->has_account || person->phase != "open") return std::nullopt;
  const auto link = preregistration_link(settings, *row.subject_id, now());
  auto message = mail::letter(
      "La coopol t’ouvre ses portes",
      {.title = "Bonjour " + person->first_name,
       .parts = {mail::Words{"Tu voulais savoir quand la coopol ouvrirait près de chez toi : c’est maintenant. Il ne "
                             "reste qu’à lire la charte et à choisir ton mot de passe."},
                 mail::Buttons{{{"Terminer mon inscription", link}}},
                 mail::Small{"Ce lien est bon trente jours. Il permet aussi d’effacer ta pré-inscription."}},
       .why = "Tu reçois ce courriel, et celui-là seulement, parce que tu t’es pré-inscrit."},
      settings);
  message.to_name = person->first_name;
  return message;
}

const pg::Statement<void()> purge_access{"jobs.access.purge", "select purge_access()"};

void purge(jobs::Job& job) {
  job.database.run(purge_access);
}

}  // namespace

std::vector<mail::Kind> mails() {
  std::vector<mail::Kind> kinds{{.name = "access.reset", .compose = compose_reset, .urgent = true},
                                {.name = "access.password_changed", .compose = compose_changed},
                                {.name = "access.preregistration", .compose = compose_preregistration, .urgent = true},
                                {.name = "access.open", .compose = compose_open}};
  for (const auto& more : {address_mails(), second_factor_mails(), friend_mails()})
    kinds.insert(kinds.end(), more.begin(), more.end());
  return kinds;
}

std::vector<jobs::Kind> jobs() {
  return {{.name = "access.purge", .run = purge, .every = std::chrono::hours(24)},
          {.name = "access.tell_open", .run = tell_open}};
}

}  // namespace accounts
