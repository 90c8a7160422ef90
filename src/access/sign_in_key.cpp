#include "access/sign_in_key.hpp"

#include "access/attempts.hpp"
#include "access/front.hpp"
#include "access/key_challenge.hpp"
#include "access/proof.hpp"
#include "access/sign_in.hpp"
#include "core/crypto.hpp"
#include "core/json.hpp"
#include "core/webauthn.hpp"

namespace accounts {
namespace {

using pg::Bytes;
using Text = std::string;
struct Known {
  std::int64_t passkey, member;
  std::int32_t algorithm;
  Bytes public_key;
  std::int64_t count;
};
const pg::Statement<Known(Bytes)> known_key{"access.passkey_for_sign_in", "select * from passkey_for_sign_in($1)"};
const pg::Statement<bool(std::int64_t, pg::Time, std::int64_t, Bytes, std::optional<Bytes>, Text)> open_by_key{
    "access.sign_in_by_passkey", "select sign_in_by_passkey($1, $2, $3, $4, $5, $6)"};

pg::Time now() {
  return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

// As the device signed it.
Text challenge_in(std::string_view client_data) {
  try {
    return crypto::from_base64url(json::Object(client_data).text("challenge").value_or("")).value_or("");
  } catch (const std::invalid_argument&) {
    return {};
  }
}

http::Response refuse(gate::Visit& v) {
  const auto phase = v.one(national_phase);
  v.ask();
  return v.visitor_page(
      {.title = "Bienvenue"},
      [&](html::Out& out) {
        front_page(out, {.phase = *phase, .csrf = v.csrf(), .way_back = v.field("retour"), .key_refused = true});
      },
      422);
}

}  // namespace

Text key_handle(const Settings& settings, std::int64_t member) {
  return crypto::keyed_hash(settings.secret, "passkey owner", std::to_string(member));
}

http::Response sign_in_challenge(gate::Visit& v) {
  const auto& settings = v.services.settings;
  return ask_for_key(v, make_key_challenge(settings.secret, browser(v).octets, now()), {});
}

http::Response sign_in_by_key(gate::Visit& v) {
  const auto& settings = v.services.settings;
  const webauthn::Proof proof{octets(v, "client_data"), octets(v, "authenticator_data"), octets(v, "signature")};
  const auto credential = octets(v, "credential"), challenge = challenge_in(proof.client_data);
  count_attempt(v, sign_in_limits, v.field("credential"));
  const auto found = v.maybe(known_key, Bytes{credential});
  v.ask();
  const auto made = read_key_challenge(settings.secret, browser(v).octets, challenge, now());
  if (!*found || !made) return refuse(v);
  const auto& own = **found;
  if (!crypto::equal(octets(v, "handle"), key_handle(settings, own.member))) return refuse(v);
  const auto signed_count = webauthn::verify(
      webauthn::site(settings.base_url), challenge,
      {.credential = credential, .algorithm = own.algorithm, .public_key = own.public_key.octets, .count = own.count},
      proof, webauthn::Holder::verified);
  if (!signed_count) return refuse(v);
  FreshSession fresh;
  const auto opened = v.one(open_by_key, own.passkey, *made, *signed_count, fresh.hash, former_session(v), device(v));
  v.ask();
  if (!*opened) return refuse(v);
  forgive_attempts(v, sign_in_limits, v.field("credential"));
  v.give_session(std::move(fresh.token));
  const auto way_back = v.field("retour");
  return v.redirect(way_back.empty() ? "/" : way_back);
}

}  // namespace accounts
