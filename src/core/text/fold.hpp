#pragma once
// Making two spellings of the same words equal, and untidy words tidy.

#include <string>
#include <string_view>
#include <vector>

namespace text {

/// Without accents, case and punctuation: «Né(e) le», «NÉE  LE» give "ne e le", "nee le". Letters and digits in words,
/// one space between.
std::string fold(std::string_view words);

/// NFC, on one line, without control and invisible characters, one plain space between words, none at the ends.
std::string tidy(std::string_view words);

/// The same, but the lines stay, without blank ones.
std::string tidy_lines(std::string_view words);

/// Code points, not bytes.
size_t length(std::string_view utf8);

}  // namespace text
