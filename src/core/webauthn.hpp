#pragma once
// Passkeys (Web Authentication, level 2): what a browser answers to a challenge, held against where it must come from
// and the key that must have signed it. Attestations are not asked for: whose make a key is does not matter here.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace webauthn {

/// COSE numbers of the signatures that we know: ES256, EdDSA, RS256 (RFC 8152, 8812).
inline constexpr std::int32_t es256 = -7, eddsa = -8, rs256 = -257;

/// The site, as browsers name it.
struct Site {
  std::string id;      ///< its host
  std::string origin;  ///< scheme://host[:port]
};
Site site(std::string_view base_url);

std::string make_challenge();  ///< 32 octets

struct Key {
  std::string credential;  ///< its name
  std::int32_t algorithm;
  std::string public_key;
  std::int64_t count;  ///< of what it signed; many keep none (0)
};

/// A new key, or nothing when the answer is not for us, not for that challenge, or malformed.
std::optional<Key> read_new(const Site& site, std::string_view challenge, std::string_view client_data,
                            std::string_view authenticator_data);

struct Proof {
  std::string client_data, authenticator_data, signature;
};
/// present: somebody touched it. verified: the device knows by finger, face or code that it is the key's owner.
enum class Holder : unsigned char { present, verified };
/// The key's new count when it signed that challenge on our site with such a holder; else nothing. A count that does
/// not grow is a copied key.
std::optional<std::int64_t> verify(const Site& site, std::string_view challenge, const Key& key, const Proof& proof,
                                   Holder holder = Holder::present);

}  // namespace webauthn
