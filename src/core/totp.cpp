#include "core/totp.hpp"

#include <array>
#include <stdexcept>

#include <liboath/oath.h>

#include "core/crypto.hpp"
#include "core/html.hpp"

namespace totp {
namespace {

constexpr size_t secret_bytes = 20;  // as long as what SHA-1 gives (RFC 4226, 4)
constexpr unsigned digits = 6;
constexpr std::chrono::seconds step_time{30};
constexpr std::int64_t window = 1;  // steps by which a telephone's clock may differ

void ready() {
  static const int made = oath_init();
  if (made != OATH_OK) throw std::runtime_error("liboath cannot start");
}

std::string code_at(std::string_view secret, std::int64_t step) {
  std::array<char, digits + 1> code{};
  if (oath_hotp_generate(secret.data(), secret.size(), static_cast<std::uint64_t>(step), digits, false,
                         OATH_HOTP_DYNAMIC_TRUNCATION, code.data()) != OATH_OK)
    throw std::runtime_error("liboath gives no code");
  return code.data();
}

}  // namespace

std::string make_secret() {
  return crypto::random_bytes(secret_bytes);
}

std::string base32(std::string_view octets) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  std::uint32_t bits = 0;
  int have = 0;
  for (const char octet : octets) {
    bits = (bits << 8) | static_cast<unsigned char>(octet);
    for (have += 8; have >= 5; have -= 5) text += letters[(bits >> (have - 5)) & 31];
  }
  if (have > 0) text += letters[(bits << (5 - have)) & 31];
  return text;
}

std::string uri(std::string_view secret, std::string_view issuer, std::string_view account) {
  std::string text = "otpauth://totp/";
  html::escape_url_part(text, issuer);
  text += ':';
  html::escape_url_part(text, account);
  text += "?secret=" + base32(secret) + "&issuer=";
  html::escape_url_part(text, issuer);
  return text;
}

std::optional<std::int64_t> match(std::string_view secret, std::string_view code, std::chrono::sys_seconds now,
                                  std::int64_t used) {
  ready();
  if (code.size() != digits) return std::nullopt;
  const std::int64_t step = now.time_since_epoch() / step_time;
  std::optional<std::int64_t> found;
  for (auto at = step - window; at <= step + window; ++at)  // always all of them: the time tells nothing
    if (crypto::equal(code_at(secret, at), code) && at > used) found = at;
  return found;
}

}  // namespace totp
