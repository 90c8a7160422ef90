#include "access/second_factor.hpp"

#include "access/account.hpp"
#include "access/attempts.hpp"
#include "access/proof.hpp"
#include "access/recovery_codes.hpp"
#include "access/strength.hpp"
#include "core/crypto.hpp"
#include "core/totp.hpp"

namespace accounts {
namespace {

using pg::Bytes;
using Text = std::string;
const pg::Statement<SecondFactor(Bytes)> my_second_factor{"access.my_second_factor",
                                                          "select * from my_second_factor($1)"};
const pg::Statement<Passkey()> my_passkeys{"access.my_passkeys", "select * from my_passkeys()"};
const pg::Statement<void(Bytes)> confirm_session{"access.confirm_session", "select confirm_session($1)"};
const pg::Statement<void(Bytes, Bytes)> begin_totp{"access.begin_totp", "select begin_totp($1, $2)"};
const pg::Statement<bool(Bytes, std::int64_t)> confirm_totp{"access.confirm_totp", "select confirm_totp($1, $2)"};
const pg::Statement<void(Bytes)> remove_totp{"access.remove_totp", "select remove_totp($1)"};
const pg::Statement<bool(Bytes, std::vector<Text>)> renew_recovery_codes{"access.renew_recovery_codes",
                                                                         "select renew_recovery_codes($1, $2)"};

Bytes session(const gate::Visit& v) {
  return {v.session_hash()};
}

http::Response answer(gate::Visit& v, ui::Errors errors, int status) {
  const auto state = v.one(my_second_factor, session(v));
  auto passkeys = v.all(my_passkeys);
  v.ask();
  SecondFactorPage page{.state = *state, .passkeys = passkeys.take(), .errors = std::move(errors)};
  const auto& settings = v.services.settings;
  if (state->pending) page.secret = crypto::unseal(settings.secret, "totp", state->pending->octets).value_or("");
  page.site_name = settings.site_name;
  page.obliged = settings.second_factor_for_roles && state->holds_office;
  page.way_back = v.query("retour");
  page.csrf = v.csrf();
  return v.page(
      {.title = "Connexion en deux étapes", .here = ui::Key::account},
      [&](html::Out& out) { second_factor_page(out, page); }, status);
}

http::Response show_codes(gate::Visit& v) {
  const auto codes = make_recovery_codes();
  std::vector<Text> hashes;
  hashes.reserve(codes.size());
  for (const auto& code : codes) hashes.push_back(crypto::hex(recovery_hash(v.services.settings, code)));
  const auto renewed = v.one(renew_recovery_codes, session(v), hashes);
  v.ask();
  if (!*renewed) return v.redirect(second_factor_path);
  return v.page({.title = "Mes codes de secours", .here = ui::Key::account},
                [&](html::Out& out) { recovery_codes_page(out, codes, v.csrf()); });
}

}  // namespace

http::Response second_factor_again(gate::Visit& v, ui::Errors errors) {
  return answer(v, std::move(errors), 422);
}

http::Response factor_added(gate::Visit& v, Text words) {
  const auto state = v.one(my_second_factor, session(v));
  v.ask();
  return state->codes_left == 0 ? show_codes(v) : v.redirect(second_factor_path, std::move(words));
}

http::Response show_second_factor(gate::Visit& v) {
  return answer(v, {}, 200);
}

http::Response confirm_password(gate::Visit& v) {
  const auto mine = v.one(my_secret);
  v.ask();
  count_attempt(v, sign_in_limits, mine->email);
  if (!v.services.passwords.verify(mine->hash, secret(v.form().values.get("current")))) {
    ui::Errors errors;
    errors.add("current", "Ce n’est pas ton mot de passe.");
    return second_factor_again(v, std::move(errors));
  }
  forgive_attempts(v, sign_in_limits, mine->email);
  v.run(confirm_session, session(v));
  v.ask();
  return v.redirect(second_factor_path);
}

http::Response begin_app(gate::Visit& v) {
  v.run(begin_totp, session(v), Bytes{crypto::seal(v.services.settings.secret, "totp", totp::make_secret())});
  v.ask();
  return v.redirect(second_factor_path);
}

http::Response confirm_app(gate::Visit& v) {
  const auto state = v.one(my_second_factor, session(v));
  v.ask();
  if (!state->pending) return v.redirect(second_factor_path);
  const auto step = app_step(v.services.settings, state->pending, v.field("code"), 0);
  if (!step) {
    ui::Errors errors;
    errors.add("code",
               "Ce n’est pas le code du moment. Vérifie que l’heure de ton téléphone est juste, et essaie le suivant.");
    return second_factor_again(v, std::move(errors));
  }
  const auto done = v.one(confirm_totp, session(v), *step);
  v.ask();
  if (!*done) return v.redirect(second_factor_path);
  return factor_added(v, "Ton application est enregistrée.");
}

http::Response remove_app(gate::Visit& v) {
  v.run(remove_totp, session(v));
  v.ask();
  return v.redirect(second_factor_path, "Cette application ne sert plus à te connecter.");
}

http::Response renew_codes(gate::Visit& v) {
  return show_codes(v);
}

// What the page has just shown, as a file: we no longer know it ourselves.
http::Response codes_file(gate::Visit& v) {
  Text lines = v.services.settings.site_name +
               " : codes de secours\r\nChacun sert une fois, à la place du second facteur.\r\n\r\n";
  for (const auto typed : v.form().values.all("code"))
    if (const auto code = read_recovery_code(typed); !code.empty()) lines += code + "\r\n";
  auto response = http::Response::text(lines);
  response.headers.set("content-disposition", "attachment; filename=\"codes-de-secours.txt\"");
  return response;
}

}  // namespace accounts
