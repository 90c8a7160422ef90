#pragma once
// The curve that Web Push and VAPID ask for, from OpenSSL's libcrypto: libsodium has none of NIST's. Private keys are
// 32 octets, public ones the 65 of an uncompressed point. Throws std::runtime_error when libcrypto fails.

#include <string>
#include <string_view>

namespace p256 {

std::string new_private_key();
/// A key of that secret alone: the same secret and purpose always give the same key.
std::string derived_private_key(std::string_view secret, std::string_view purpose);
std::string public_key(std::string_view private_key);
/// Is it a point of the curve?
bool valid_public_key(std::string_view key);

/// What two people share who each know the other's public key (ECDH): 32 octets. Throws std::invalid_argument when
/// `theirs` is none.
std::string agree(std::string_view private_key, std::string_view theirs);
/// ECDSA with SHA-256 as RFC 7518 writes it: r and s, 32 octets each.
std::string sign(std::string_view private_key, std::string_view message);

}  // namespace p256
