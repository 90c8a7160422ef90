#include "access/proof.hpp"
#include "access/second_factor.hpp"
#include "access/sign_in.hpp"
#include "access/sign_in_key.hpp"
#include "core/crypto.hpp"
#include "core/json.hpp"
#include "core/webauthn.hpp"

namespace accounts {
namespace {

using pg::Bytes;
using Text = std::string;
struct Owner {
  std::int64_t member;
  Text email, name;
  std::vector<Text> known;  // credentials, in hexadecimal
};
const pg::Statement<Owner(Bytes, Bytes)> begin_passkey{"access.begin_passkey", "select * from begin_passkey($1, $2)"};
const pg::Statement<std::optional<Bytes>(Bytes)> take_challenge{"access.take_session_challenge",
                                                                "select take_session_challenge($1)"};
const pg::Statement<bool(Bytes, Bytes, std::int32_t, Bytes, std::int64_t, Text)> keep_passkey{
    "access.add_passkey", "select add_passkey($1, $2, $3, $4, $5, $6)"};
const pg::Statement<void(Bytes, std::int64_t)> drop_passkey{"access.remove_passkey", "select remove_passkey($1, $2)"};

Bytes session(const gate::Visit& v) {
  return {v.session_hash()};
}

}  // namespace

http::Response passkey_challenge(gate::Visit& v) {
  const auto challenge = webauthn::make_challenge();
  const auto owner = v.one(begin_passkey, session(v), Bytes{challenge});
  v.ask();
  const auto handle = key_handle(v.services.settings, owner->member);
  return http::Response::json(json::object({{"challenge", crypto::base64url(challenge)},
                                            {"site", webauthn::site(v.services.settings.base_url).id},
                                            {"name", v.services.settings.site_name},
                                            {"handle", crypto::base64url(handle)},
                                            {"account", owner->email},
                                            {"person", owner->name},
                                            {"known", known_credentials(owner->known)}}));
}

http::Response add_passkey(gate::Visit& v) {
  const auto challenge = v.one(take_challenge, session(v));
  v.ask();
  const auto key =
      webauthn::read_new(webauthn::site(v.services.settings.base_url), *challenge ? (*challenge)->octets : "",
                         octets(v, "client_data"), octets(v, "authenticator_data"));
  if (!key) {
    ui::Errors errors;
    errors.add("passkey", "Cet appareil n’a pas donné de clé que nous sachions lire. Recommence.");
    return second_factor_again(v, std::move(errors));
  }
  const auto kept = v.one(keep_passkey, session(v), Bytes{key->credential}, key->algorithm, Bytes{key->public_key},
                          key->count, device(v));
  v.ask();
  if (!*kept)
    return v.redirect(
        second_factor_path,
        ui::Flash{ui::Flash::Tone::bad, "Cette clé n’a pas pu être enregistrée : elle l’est déjà, ou tu en as trop."});
  return factor_added(v, "Ta clé d’accès est enregistrée.");
}

http::Response remove_passkey(gate::Visit& v) {
  v.run(drop_passkey, session(v), v.id<std::int64_t>("passkey"));
  v.ask();
  return v.redirect(second_factor_path, "Cette clé ne sert plus à te connecter.");
}

}  // namespace accounts
