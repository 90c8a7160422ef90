#include "access/address_change.hpp"
#include "access/links.hpp"
#include "core/mail/letter.hpp"

namespace accounts {
namespace {

struct Change {
  std::string first_name, former, address;
  bool open, theirs;
};
const pg::Statement<Change(std::int64_t)> change_for_mail{"mail.access.email_change",
                                                          "select * from email_change_for_mail($1)"};

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::optional<Change> read(pg::Connection& database, const mail::Row& row) {
  return database.maybe(change_for_mail, row.subject_id.value_or(0));
}

// Whose address it is already learns of it; whoever asked does not.
mail::Message already_yours(const Settings& settings) {
  return mail::letter(
      "Quelqu’un a voulu utiliser ton adresse",
      {.title = "Bonjour",
       .parts = {mail::Words{"Quelqu’un a demandé à se connecter à son compte avec ton adresse. Comme elle est déjà "
                             "celle d’un compte, le tien, rien n’a changé.\n\nSi c’était toi, depuis un autre compte : "
                             "connecte-toi plutôt avec celui-ci."},
                 mail::Buttons{{{"Me connecter", mail::link(settings, "/")}}}},
       .why = "Tu reçois ce courriel parce que cette adresse est celle d’un compte."},
      settings);
}

std::optional<mail::Message> compose_confirm(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto change = read(database, row);
  if (!change || !change->open) return std::nullopt;
  if (change->theirs) return already_yours(settings);
  auto message = mail::letter(
      "Confirme ta nouvelle adresse",
      {.title = "Bonjour " + change->first_name,
       .parts = {mail::Words{"Tu as demandé à te connecter avec cette adresse. Il ne reste qu’à la confirmer."},
                 mail::Buttons{{{"Confirmer mon adresse", address_link(settings, *row.subject_id, now())}}},
                 mail::Small{
                     "Ce lien est bon vingt-quatre heures et une seule fois. Sans confirmation, rien ne change."}},
       .why = "Tu reçois ce courriel parce que quelqu’un, sans doute toi, a donné cette adresse. Sinon, oublie-le : "
              "rien ne se passera."},
      settings);
  message.to_name = change->first_name;
  return message;
}

mail::Message warn(const Change& change, const mail::Row& row, const Settings& settings, std::string_view subject,
                   const std::string& words) {
  auto message = mail::letter(
      subject,
      {.title = "Bonjour " + change.first_name,
       .parts = {mail::Words{words + "\n\nSi c’est toi, tu n’as rien à faire."},
                 mail::Words{
                     "Si ce n’est pas toi, quelqu’un connaît ton mot de passe : reprends ton compte tout de suite."},
                 mail::Buttons{{{"Ce n’était pas moi", undo_link(settings, *row.subject_id, now())}}},
                 mail::Small{"Ce lien est bon sept jours."}},
       .why = "Tu reçois ce courriel parce qu’il touche à la sécurité de ton compte."},
      settings);
  message.to_name = change.first_name;
  return message;
}

std::optional<mail::Message> compose_asked(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto change = read(database, row);
  if (!change) return std::nullopt;
  return warn(*change, row, settings, "Tu as demandé à changer d’adresse",
              "Quelqu’un, sans doute toi, a demandé à se connecter à ton compte avec une autre adresse. Elle ne la "
              "remplacera qu’une fois confirmée.");
}

std::optional<mail::Message> compose_done(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto change = read(database, row);
  if (!change) return std::nullopt;
  return warn(*change, row, settings, "L’adresse de ton compte a changé",
              "L’adresse de ton compte vient de changer : celle-ci n’ouvre plus rien, et ne recevra plus de courriels "
              "de la coopol.");
}

}  // namespace

std::vector<mail::Kind> address_mails() {
  return {{.name = "access.email_confirm", .compose = compose_confirm, .urgent = true},
          {.name = "access.email_asked", .compose = compose_asked, .urgent = true},
          {.name = "access.email_changed", .compose = compose_done, .urgent = true}};
}

}  // namespace accounts
