#pragma once
// How hard a password is to guess, by zxcvbn with French words and what is known of the person. The CNIL asks for 50
// bits where attempts are limited, as ours are (délibération 2022-100); rules on which signs to use are not asked for,
// and pasting is welcome.

#include <span>
#include <string>
#include <string_view>

namespace accounts {

/// A typed password as it is compared: one form for each accented letter (NFC), however the keyboard makes it.
std::string secret(std::string_view typed);

struct Strength {
  int score = 0;      ///< 0…4, for the meter
  std::string words;  ///< what to do, or that it is good
  [[nodiscard]] bool enough() const { return score >= 3; }
};
/// `known`: names and address of the person, which others know too.
Strength strength(std::string_view word, std::span<const std::string> known);

}  // namespace accounts
