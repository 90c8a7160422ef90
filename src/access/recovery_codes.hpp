#pragma once
// Codes on paper that stand in for a lost second factor: ten, each once. They are shown when they are made, and kept as
// keyed hashes.

#include <string>
#include <string_view>
#include <vector>

#include "core/settings.hpp"

namespace accounts {

std::vector<std::string> make_recovery_codes();  ///< «k7m2p-x9qrt»
/// What was typed, in the form in which it was made; "" when it is none.
std::string read_recovery_code(std::string_view typed);
std::string recovery_hash(const Settings& settings, std::string_view code);  ///< 32 octets

}  // namespace accounts
