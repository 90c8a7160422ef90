#pragma once
// The few primitives that the house uses, all from libsodium. Byte strings are std::string. Every function may be
// called from any thread.

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

std::string random_bytes(size_t count);
/// A secret for a link or a cookie: that many random bytes, base64url.
std::string random_token(size_t bytes = 32);

std::string base64url(std::string_view bytes);                     ///< RFC 4648 §5, without padding
std::optional<std::string> from_hex(std::string_view text);        ///< nothing when malformed
std::optional<std::string> from_base64url(std::string_view text);  ///< strict: nothing when malformed
std::string hex(std::string_view bytes);                           ///< lower case

std::string sha256(std::string_view message);  ///< 32 bytes
/// 32 bytes only the key's holders can make (BLAKE2b). The key has 16 to 64 bytes; `purpose` keeps uses of one key
/// apart.
std::string keyed_hash(std::string_view key, std::string_view purpose, std::string_view message);
std::string hmac_sha256(std::string_view key, std::string_view message);  ///< where a standard asks for it: 32 bytes

/// What only the key's holders can read or change (XSalsa20-Poly1305). `purpose` keeps uses of one key apart.
std::string seal(std::string_view key, std::string_view purpose, std::string_view message);
std::optional<std::string> unseal(std::string_view key, std::string_view purpose, std::string_view sealed);

/// Compares without telling by its time where the difference is. (The lengths may be told.)
bool equal(std::string_view a, std::string_view b);

}  // namespace crypto
