#pragma once
#include <string>
#include <vector>

namespace accounts {

/// What French passwords are made of, the most usual first; small letters without accents. English ones zxcvbn knows by
/// itself.
const std::vector<std::string>& french_words();

}  // namespace accounts
