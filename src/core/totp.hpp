#pragma once
// Codes of six digits that change every thirty seconds (RFC 6238, SHA-1: what every authenticator app knows).

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace totp {

std::string make_secret();  ///< 20 octets
/// As it is typed by hand (RFC 4648, base32, without padding).
std::string base32(std::string_view octets);
/// What the picture says: otpauth://totp/…
std::string uri(std::string_view secret, std::string_view issuer, std::string_view account);

/// The step that the code belongs to: now's, the one before or after. Nothing when it is wrong, or no younger than
/// `used`, the last one that served.
std::optional<std::int64_t> match(std::string_view secret, std::string_view code, std::chrono::sys_seconds now,
                                  std::int64_t used);

}  // namespace totp
