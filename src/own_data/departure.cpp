#include "own_data/departure.hpp"

#include "access/account.hpp"
#include "access/attempts.hpp"
#include "access/proof.hpp"
#include "access/recovery_codes.hpp"
#include "access/strength.hpp"
#include "core/text/fold.hpp"
#include "core/webauthn.hpp"
#include "self/page.hpp"

namespace own_data {
namespace {

using pg::Bytes;
using Number = std::optional<std::int64_t>;

const pg::Statement<Leaver()> my_departure{"own_data.departure", "select * from my_departure()"};
const pg::Statement<void(Bytes, Bytes)> put_challenge{"own_data.put_challenge",
                                                      "select put_departure_challenge($1, $2)"};
const pg::Statement<accounts::ChallengedKey(Bytes, Bytes)> take_challenge{
    "own_data.take_challenge", "select * from take_departure_challenge($1, $2)"};
const pg::Statement<std::optional<pg::Time>(std::int32_t, Number, std::optional<Bytes>, Number, Number)> begin{
    "own_data.begin_departure", "select begin_departure($1, $2, $3, $4, $5)"};

/// Which second factor was right; the database lets it serve once.
struct Proof {
  Number app_step, passkey, count;
  std::optional<Bytes> code;
  [[nodiscard]] bool given() const { return app_step || passkey || code; }
};

http::Response page(gate::Visit& v, const Leaver& leaver, ui::Errors errors, int status) {
  const DeparturePage shown{leaver, v.services.settings.departure_days, v.csrf(), std::move(errors)};
  return self::tab_page(
      v, self::Tab::own_data, "Supprimer mon compte", [&](html::Out& out) { departure_page(out, shown); }, status);
}

Proof by_code(const gate::Visit& v, const Leaver& leaver) {
  const auto typed = v.field("code");
  if (const auto recovery = accounts::read_recovery_code(typed); !recovery.empty() && leaver.codes)
    return {.code = Bytes{accounts::recovery_hash(v.services.settings, recovery)}};
  return {.app_step = accounts::app_step(v.services.settings, leaver.secret, typed, leaver.last_step)};
}

Proof by_passkey(gate::Visit& v) {
  const auto challenged = v.maybe(take_challenge, Bytes{v.session_hash()}, Bytes{accounts::octets(v, "credential")});
  v.ask();
  if (!*challenged) return {};
  const auto count = accounts::key_count(v, **challenged);
  return count ? Proof{.passkey = (*challenged)->passkey, .count = *count} : Proof{};
}

}  // namespace

http::Response show_departure(gate::Visit& v) {
  const auto leaver = v.one(my_departure);
  v.ask();
  return page(v, *leaver, {}, 200);
}

http::Response departure_challenge(gate::Visit& v) {
  const auto challenge = webauthn::make_challenge();
  const auto leaver = v.one(my_departure);
  v.run(put_challenge, Bytes{v.session_hash()}, Bytes{challenge});
  v.ask();
  return accounts::ask_for_key(v, challenge, leaver->passkeys);
}

http::Response leave(gate::Visit& v) {
  const auto leaver = v.one(my_departure);
  const auto mine = v.one(accounts::my_secret);
  v.ask();
  if (leaver->last_coopilote) return page(v, *leaver, {}, 422);
  accounts::count_attempt(v, accounts::sign_in_limits, mine->email);
  ui::Errors errors;
  if (!v.services.passwords.verify(mine->hash, accounts::secret(v.form().values.get("current"))))
    errors.add("current", "Ce n’est pas ton mot de passe.");
  if (text::fold(v.field("word")) != "supprimer") errors.add("word", "Écris le mot « supprimer ».");
  Proof proof;
  const bool second = leaver->secret || !leaver->passkeys.empty();
  if (second && errors.empty()) {
    proof = v.field("credential").empty() ? by_code(v, *leaver) : by_passkey(v);
    if (!proof.given())
      errors.add("code", "Ce n’est pas le bon code, ou il a déjà servi. Attends le suivant, ou prends un autre moyen.");
  }
  if (!errors.empty()) return page(v, *leaver, std::move(errors), 422);

  accounts::forgive_attempts(v, accounts::sign_in_limits, mine->email);
  const auto until = v.one(begin, static_cast<std::int32_t>(v.services.settings.departure_days), proof.app_step,
                           proof.code, proof.passkey, proof.count);
  v.ask();
  if (!*until) {
    errors.add("code", "Ce code a déjà servi. Attends le suivant, ou prends un autre moyen.");
    return page(v, *leaver, std::move(errors), 422);
  }
  v.end_session();
  return v.redirect("/", "Ton compte est fermé. Regarde tes courriels : un lien t’y attend si tu changes d’avis.");
}

}  // namespace own_data
