#include "access/strength.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <zxcvbn.h>

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "access/french_words.hpp"
#include "core/text/fold.hpp"

namespace accounts {
namespace {

constexpr size_t shortest = 8, comfortable = 12, longest = 200;  // code points
constexpr size_t looked_at = 72;                                 // octets: zxcvbn's time grows with the cube
constexpr double good_bits = 50, good_bits_of_long = 45, excellent_bits = 70, poor_bits = 20, middling_bits = 35;

icu::UnicodeString normalised(const icu::UnicodeString& text, const icu::Normalizer2* (*form)(UErrorCode&)) {
  UErrorCode error = U_ZERO_ERROR;
  auto result = form(error)->normalize(text, error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU cannot normalise");
  return result;
}

// Whoever guesses tries words with and without accents.
std::string without_accents(std::string_view text) {
  const auto parts = normalised(icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())}),
                                icu::Normalizer2::getNFDInstance);
  icu::UnicodeString bare;
  for (int i = 0; i < parts.length(); i = parts.moveIndex32(i, 1))
    if (u_charType(parts.char32At(i)) != U_NON_SPACING_MARK) bare.append(parts.char32At(i));
  std::string result;
  bare.toUTF8String(result);
  return result;
}

double bits(std::string_view word, std::span<const std::string> known) {
  std::vector<std::string> names;
  for (const auto& one : known) {  // «anne-cecile.roy@example.org» is guessed whole and in parts
    names.push_back(text::fold(one));
    std::string part;
    for (const char c : names.back() + ' ') {
      if (c != ' ')
        part += c;
      else if (part.size() >= 3)
        names.push_back(std::exchange(part, {}));
      else
        part.clear();
    }
  }
  std::vector<const char*> words;
  for (const auto& name : names)
    if (!name.empty()) words.push_back(name.c_str());
  for (const auto& french : french_words()) words.push_back(french.c_str());
  words.push_back(nullptr);
  const std::string whole(word.substr(0, looked_at)), bare = without_accents(whole);
  return std::min(ZxcvbnMatch(whole.c_str(), words.data(), nullptr), ZxcvbnMatch(bare.c_str(), words.data(), nullptr));
}

}  // namespace

std::string secret(std::string_view typed) {
  std::string result;
  normalised(icu::UnicodeString::fromUTF8({typed.data(), static_cast<int>(typed.size())}),
             icu::Normalizer2::getNFCInstance)
      .toUTF8String(result);
  return result;
}

Strength strength(std::string_view word, std::span<const std::string> known) {
  const size_t length = text::length(word);
  if (length < shortest) return {0, "Trop court : il faut huit caractères, et douze valent mieux."};
  if (length > longest) return {0, "Trop long : deux cents caractères au plus."};
  const double found = bits(word, known);
  if (found < poor_bits) return {0, "Trop facile à deviner. Essaie une phrase de quatre ou cinq mots."};
  if (found < middling_bits) return {1, "Encore facile à deviner. Ajoute un ou deux mots."};
  if (found < (length >= comfortable ? good_bits_of_long : good_bits)) return {2, "Presque. Ajoute un mot."};
  if (found < excellent_bits) return {3, "Bon mot de passe."};
  return {4, "Excellent mot de passe."};
}

}  // namespace accounts
