#include "access/friends.hpp"
#include "access/links.hpp"
#include "core/mail/letter.hpp"

namespace accounts {
namespace {

const pg::Statement<std::int32_t(std::int64_t)> friend_for_mail{"mail.access.friend",
                                                                "select * from friend_for_mail($1)"};
struct Invited {
  std::string friend_name, words, email;
  bool has_account, open;
};
const pg::Statement<Invited(std::int64_t, std::int32_t)> invited{"mail.access.friend_invited",
                                                                 "select * from friend_by_link($1, $2)"};

const pg::Statement<bool(pg::Bytes)> refused{"mail.access.friends_refused", "select friends_refused($1)"};

// Whoever has an account already learns who thought of them; whoever invited learns nothing.
std::optional<mail::Message> compose(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto id = row.subject_id.value_or(0);
  const auto sends = database.maybe(friend_for_mail, id);
  if (!sends) return std::nullopt;  // withdrawn meanwhile
  const auto found = database.maybe(invited, id, *sends);
  if (!found || !found->open) return std::nullopt;
  if (database.one(refused, pg::Bytes{refusal_hash(settings, found->email)})) return std::nullopt;
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  mail::Letter letter{.title = "Bonjour",
                      .why = "Tu reçois ce courriel parce que " + found->friend_name +
                             " a donné ton adresse. Elle ne sert à rien d’autre, sera effacée si tu ne réponds pas, "
                             "et rien d’autre n’est gardé de toi.",
                      .unsubscribe = friend_refusal_link(settings, found->email, now)};
  letter.parts.emplace_back(mail::Words{found->friend_name + " t’invite sur " + settings.site_name +
                                        ", la coopérative politique de celles et ceux qui veulent agir à gauche."});
  if (!found->words.empty()) letter.parts.emplace_back(mail::Quote{found->words, found->friend_name});
  if (found->has_account) {
    letter.parts.emplace_back(
        mail::Words{"Tu y es déjà : cette adresse a un compte. Retrouve-y " + found->friend_name + "."});
    letter.parts.emplace_back(mail::Buttons{{{"Me connecter", mail::link(settings, "/")}}});
  } else {
    letter.parts.emplace_back(mail::Buttons{{{"Rejoindre la coopol", friend_link(settings, id, *sends, now)}}});
    letter.parts.emplace_back(
        mail::Small{"Ce lien est bon trente jours. Si cela ne t’intéresse pas, oublie ce courriel."});
  }
  return mail::letter(found->friend_name + " t’invite sur " + settings.site_name, letter, settings);
}

}  // namespace

std::vector<mail::Kind> friend_mails() {
  return {{.name = "access.friend", .compose = compose}};
}

}  // namespace accounts
