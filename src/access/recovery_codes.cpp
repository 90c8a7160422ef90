#include "access/recovery_codes.hpp"

#include "core/crypto.hpp"
#include "core/text/spoken_code.hpp"

namespace accounts {
namespace {

constexpr size_t how_many = 10, letters = 10, half = letters / 2;  // 50 bits: guessing is limited, hashes are keyed

}  // namespace

std::vector<std::string> make_recovery_codes() {
  std::vector<std::string> codes;
  for (size_t i = 0; i < how_many; ++i) codes.push_back(spoken_code::make(letters).insert(half, "-"));
  return codes;
}

std::string read_recovery_code(std::string_view typed) {
  auto code = spoken_code::read(typed);
  return code.size() == letters ? code.insert(half, "-") : "";
}

std::string recovery_hash(const Settings& settings, std::string_view code) {
  return crypto::keyed_hash(settings.secret, "recovery code", code);
}

}  // namespace accounts
