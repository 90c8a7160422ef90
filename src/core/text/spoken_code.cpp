#include "core/text/spoken_code.hpp"

#include "core/crypto.hpp"

namespace spoken_code {
namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

}  // namespace

std::string make(size_t letters) {
  std::string code;
  for (const char octet : crypto::random_bytes(letters))
    code += alphabet[static_cast<unsigned char>(octet) % alphabet.size()];
  return code;
}

std::string read(std::string_view typed) {
  std::string code;
  for (char c : typed) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ' || c == '-') continue;
    if (c == 'o') c = '0';
    if (c == 'i' || c == 'l') c = '1';
    if (alphabet.find(c) == std::string_view::npos) return "";
    code += c;
  }
  return code;
}

}  // namespace spoken_code
