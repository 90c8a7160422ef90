#include "core/crypto.hpp"

#include <sodium.h>

#include <stdexcept>

namespace crypto {

namespace {

void ready() {
  // libsodium picks its implementations and opens its random source once; later calls cost one load.
  static const int made = sodium_init();
  if (made < 0) throw std::runtime_error("libsodium cannot start: no random source");
}

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

}  // namespace

std::string random_bytes(size_t count) {
  ready();
  std::string made(count, '\0');
  randombytes_buf(made.data(), made.size());
  return made;
}

std::string random_token(size_t count) {
  return base64url(random_bytes(count));
}

std::string base64url(std::string_view raw) {
  std::string text(sodium_base64_encoded_len(raw.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes(raw), raw.size(), variant);
  text.pop_back();  // the terminating zero
  return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string raw(text.size() / 4 * 3 + 3, '\0');
  size_t length = 0;
  const char* end = nullptr;
  if (sodium_base642bin(bytes(raw), raw.size(), text.data(), text.size(), nullptr, &length, &end, variant) != 0)
    return std::nullopt;
  if (end != text.data() + text.size()) return std::nullopt;
  raw.resize(length);
  return raw;
}

std::optional<std::string> from_hex(std::string_view text) {
  std::string raw(text.size() / 2, '\0');
  size_t length = 0;
  const char* end = nullptr;
  if (sodium_hex2bin(bytes(raw), raw.size(), text.data(), text.size(), nullptr, &length, &end) != 0)
    return std::nullopt;
  if (end != text.data() + text.size() || length != raw.size()) return std::nullopt;
  return raw;
}

std::string hex(std::string_view raw) {
  std::string text(raw.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes(raw), raw.size());
  text.pop_back();
  return text;
}

std::string sha256(std::string_view message) {
  std::string digest(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(bytes(digest), bytes(message), message.size());
  return digest;
}

std::string keyed_hash(std::string_view key, std::string_view purpose, std::string_view message) {
  if (key.size() < crypto_generichash_KEYBYTES_MIN || key.size() > crypto_generichash_KEYBYTES_MAX)
    throw std::invalid_argument("a key has 16 to 64 bytes");
  std::string digest(crypto_generichash_BYTES, '\0');
  crypto_generichash_state state;
  crypto_generichash_init(&state, bytes(key), key.size(), digest.size());
  // The purpose comes with its length, so that no purpose and message can be cut in two ways.
  const std::string length = std::to_string(purpose.size()) + ':';
  for (std::string_view part : {std::string_view(length), purpose, message})
    crypto_generichash_update(&state, bytes(part), part.size());
  crypto_generichash_final(&state, bytes(digest), digest.size());
  return digest;
}

std::string hmac_sha256(std::string_view key, std::string_view message) {
  std::string digest(crypto_auth_hmacsha256_BYTES, '\0');
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, bytes(key), key.size());
  crypto_auth_hmacsha256_update(&state, bytes(message), message.size());
  crypto_auth_hmacsha256_final(&state, bytes(digest));
  return digest;
}

std::string seal(std::string_view key, std::string_view purpose, std::string_view message) {
  const std::string own = keyed_hash(key, "seal", purpose), nonce = random_bytes(crypto_secretbox_NONCEBYTES);
  std::string box(crypto_secretbox_MACBYTES + message.size(), '\0');
  crypto_secretbox_easy(bytes(box), bytes(message), message.size(), bytes(nonce), bytes(own));
  return nonce + box;
}

std::optional<std::string> unseal(std::string_view key, std::string_view purpose, std::string_view sealed) {
  constexpr size_t around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (sealed.size() < around) return std::nullopt;
  const std::string own = keyed_hash(key, "seal", purpose);
  const auto box = sealed.substr(crypto_secretbox_NONCEBYTES);
  std::string message(sealed.size() - around, '\0');
  if (crypto_secretbox_open_easy(bytes(message), bytes(box), box.size(), bytes(sealed), bytes(own)) != 0)
    return std::nullopt;
  return message;
}

bool equal(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace crypto
