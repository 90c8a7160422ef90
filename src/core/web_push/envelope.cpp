#include "core/web_push/envelope.hpp"

#include <openssl/evp.h>

#include <memory>
#include <stdexcept>

#include "core/crypto.hpp"
#include "core/web_push/p256.hpp"

namespace web_push {
namespace {

using namespace std::string_literals;

constexpr size_t key_size = 16, nonce_size = 12, tag_size = 16, salt_size = 16;
constexpr std::string_view record_size{"\x00\x00\x10\x00", 4};  // 4,096
constexpr char last_record = '\x02';

// HKDF (RFC 5869) for no more than one block of SHA-256.
std::string hkdf(std::string_view salt, std::string_view secret, std::string_view info, size_t size) {
  return crypto::hmac_sha256(crypto::hmac_sha256(salt, secret), std::string(info) + '\x01').substr(0, size);
}

std::string aes128gcm(std::string_view key, std::string_view nonce, std::string_view text) {
  const auto octets = [](std::string_view from) { return reinterpret_cast<const unsigned char*>(from.data()); };
  const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                EVP_CIPHER_CTX_free);
  std::string made(text.size() + tag_size, '\0');
  auto* const to = reinterpret_cast<unsigned char*>(made.data());
  int written = 0, rest = 0;
  const bool done = context &&
                    EVP_EncryptInit_ex(context.get(), EVP_aes_128_gcm(), nullptr, octets(key), octets(nonce)) == 1 &&
                    EVP_EncryptUpdate(context.get(), to, &written, octets(text), static_cast<int>(text.size())) == 1 &&
                    EVP_EncryptFinal_ex(context.get(), to + written, &rest) == 1 &&
                    EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tag_size, to + text.size()) == 1;
  if (!done) throw std::runtime_error("libcrypto failed");
  return made;
}

}  // namespace

std::string sealed(const Keys& browser, std::string_view text, std::string_view private_key, std::string_view salt,
                   size_t length) {
  if (text.size() > most_text) throw std::invalid_argument("too long for a push message");
  const std::string ours = p256::public_key(private_key);
  const std::string shared =
      hkdf(browser.auth, p256::agree(private_key, browser.p256dh), "WebPush: info\0"s + browser.p256dh + ours, 32);
  const std::string key = hkdf(salt, shared, "Content-Encoding: aes128gcm\0"s, key_size);
  const std::string nonce = hkdf(salt, shared, "Content-Encoding: nonce\0"s, nonce_size);
  std::string record = std::string(text) + last_record;
  if (record.size() < length) record.resize(length, '\0');
  return std::string(salt) + std::string(record_size) + static_cast<char>(ours.size()) + ours +
         aes128gcm(key, nonce, record);
}

std::string sealed(const Keys& browser, std::string_view text) {
  return sealed(browser, text, p256::new_private_key(), crypto::random_bytes(salt_size), usual_length);
}

}  // namespace web_push
