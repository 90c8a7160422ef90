#pragma once
// The letter to newcomers: words of the secretary, with names to fill in (X04).

#include <string>
#include <string_view>

namespace sections {

inline constexpr size_t longest_welcome = 2000;  // characters, as the database checks

struct WelcomeNames {
  std::string first_name;  ///< of who comes: {prénom}
  std::string section;     ///< as its page names it: {section} is «section Besançon-Nord»
  std::string secretary;   ///< {secrétaire}
};

/// Proposed to who has not written one yet.
std::string proposed_welcome();
std::string welcome_subject(const WelcomeNames& names);
/// With the names in their places; what is no place stays as it is.
std::string filled_welcome(std::string_view body, const WelcomeNames& names);
/// The first {word} that is none of the three, braces included; "" when all are.
std::string unknown_place(std::string_view body);

}  // namespace sections
