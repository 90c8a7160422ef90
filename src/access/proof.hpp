#pragma once
// What somebody shows to prove a second factor, wherever it is asked for: the code of their app, or the answer of a
// passkey. That it serves once is the database's to say.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gate/visit.hpp"
#include "ui/form.hpp"

namespace accounts {

/// The step of the code that was typed, when it is the app's and later than `last_step`. `secret` is sealed.
std::optional<std::int64_t> app_step(const Settings& settings, const std::optional<pg::Bytes>& secret,
                                     std::string_view typed, std::int64_t last_step);

/// A field that web/controllers/passkey_controller.ts fills; "" when it is no base64url.
std::string octets(const gate::Visit& v, std::string_view field);

/// Credentials (in hexadecimal) as the script reads them.
std::string known_credentials(const std::vector<std::string>& passkeys);
/// Asks the browser for one of these.
http::Response ask_for_key(const gate::Visit& v, std::string_view challenge, const std::vector<std::string>& passkeys);

/// The key that claims to answer, and the challenge it was given: a row of the functions that take challenges.
struct ChallengedKey {
  pg::Bytes challenge;
  std::int64_t passkey;
  std::int32_t algorithm;
  pg::Bytes public_key;
  std::int64_t count;
};
/// Its new count, when what the form holds is its answer.
std::optional<std::int64_t> key_count(const gate::Visit& v, const ChallengedKey& key);

/// Inside a form of whoever has a passkey, itself in an element of the script's controller.
void write_key_fields(html::Out& out);

}  // namespace accounts
