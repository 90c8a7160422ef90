#include "access/proof.hpp"

#include "core/crypto.hpp"
#include "core/json.hpp"
#include "core/totp.hpp"
#include "core/webauthn.hpp"

namespace accounts {

std::optional<std::int64_t> app_step(const Settings& settings, const std::optional<pg::Bytes>& secret,
                                     std::string_view typed, std::int64_t last_step) {
  const auto own = secret ? crypto::unseal(settings.secret, "totp", secret->octets) : std::nullopt;
  if (!own) return std::nullopt;
  std::string digits(typed);
  std::erase(digits, ' ');
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return totp::match(*own, digits, now, last_step);
}

std::string octets(const gate::Visit& v, std::string_view field) {
  return crypto::from_base64url(v.field(field)).value_or("");
}

std::string known_credentials(const std::vector<std::string>& passkeys) {
  std::string known;
  for (const auto& credential : passkeys) known += crypto::base64url(crypto::from_hex(credential).value_or("")) + ' ';
  return known;
}

http::Response ask_for_key(const gate::Visit& v, std::string_view challenge, const std::vector<std::string>& passkeys) {
  return http::Response::json(json::object({{"challenge", crypto::base64url(challenge)},
                                            {"site", webauthn::site(v.services.settings.base_url).id},
                                            {"known", known_credentials(passkeys)}}));
}

std::optional<std::int64_t> key_count(const gate::Visit& v, const ChallengedKey& key) {
  return webauthn::verify(webauthn::site(v.services.settings.base_url), key.challenge.octets,
                          {.credential = octets(v, "credential"),
                           .algorithm = key.algorithm,
                           .public_key = key.public_key.octets,
                           .count = key.count},
                          {octets(v, "client_data"), octets(v, "authenticator_data"), octets(v, "signature")});
}

void write_key_fields(html::Out& out) {
  for (const auto* name : {"credential", "client_data", "authenticator_data", "signature"}) ui::hidden(out, name, "");
  out(R"(<p class="error" role="alert" data-passkey-target="problem" hidden>La clé n’a pas répondu. Recommence, ou prends un autre moyen.</p>)");
  out(R"(<p class="soft" data-passkey-target="without">Ce navigateur ne sait pas se servir d’une clé d’accès.</p>)");
}

}  // namespace accounts
