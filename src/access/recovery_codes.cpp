#include "access/recovery_codes.hpp"

#include "core/crypto.hpp"

namespace accounts {
namespace {

constexpr size_t how_many = 10, letters = 10, half = letters / 2;  // 50 bits: guessing is limited, hashes are keyed
// Crockford's base32: what looks like another sign is read as it.
constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

}  // namespace

std::vector<std::string> make_recovery_codes() {
  std::vector<std::string> codes;
  for (size_t i = 0; i < how_many; ++i) {
    std::string code;
    for (const char octet : crypto::random_bytes(letters)) {
      if (code.size() == half) code += '-';
      code += alphabet[static_cast<unsigned char>(octet) % alphabet.size()];
    }
    codes.push_back(std::move(code));
  }
  return codes;
}

std::string read_recovery_code(std::string_view typed) {
  std::string code;
  for (char c : typed) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ' || c == '-') continue;
    if (c == 'o') c = '0';
    if (c == 'i' || c == 'l') c = '1';
    if (alphabet.find(c) == std::string_view::npos) return "";
    if (code.size() == half) code += '-';
    code += c;
  }
  return code.size() == letters + 1 ? code : "";
}

std::string recovery_hash(const Settings& settings, std::string_view code) {
  return crypto::keyed_hash(settings.secret, "recovery code", code);
}

}  // namespace accounts
