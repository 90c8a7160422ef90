#include "sections/register_name.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace sections {

namespace {

// Lexique des règles typographiques en usage à l'Imprimerie nationale: de, du, des, d' small, the article after them
// not.
constexpr std::array<std::u16string_view, 6> particles{u"De", u"Du", u"Des", u"Von", u"Zu", u"Der"};

bool is_apostrophe(UChar32 c) {
  return c == '\'' || c == u'’';
}

bool is_of_one_case(const icu::UnicodeString& name) {
  int upper = 0, lower = 0;
  for (int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
    if (u_isupper(name.char32At(i))) ++upper;
    if (u_islower(name.char32At(i))) ++lower;
  }
  return upper + lower > 1 && (upper == 0 || lower == 0);
}

icu::UnicodeString with_capitals(const icu::UnicodeString& name) {
  icu::UnicodeString result;
  bool start = true;
  for (int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
    const auto c = name.char32At(i);
    result.append(start ? u_totitle(c) : u_tolower(c));
    start = !u_isalnum(c);
  }
  return result;
}

// Small at the start of each word but the last, so that «DE» alone stays a name.
void make_particles_small(icu::UnicodeString& name) {
  int32_t start = 0;
  for (int32_t space = name.indexOf(u' '); space >= 0; space = name.indexOf(u' ', start)) {
    const auto word = name.tempSubStringBetween(start, space);
    if (std::ranges::any_of(
            particles, [&](auto p) { return word == icu::UnicodeString(p.data(), static_cast<int32_t>(p.size())); }))
      name.setCharAt(start, static_cast<char16_t>(u_tolower(name.charAt(start))));
    start = space + 1;
  }
}

// «D'ARTAGNAN», «LE GOFF D'ARC»
void make_elided_small(icu::UnicodeString& name) {
  for (int32_t i = 0; i + 2 < name.length(); ++i)
    if (name.charAt(i) == u'D' && is_apostrophe(name.charAt(i + 1)) && (i == 0 || name.charAt(i - 1) == u' '))
      name.setCharAt(i, u'd');
}

}  // namespace

std::string readable_name(std::string_view typed) {
  const auto name = icu::UnicodeString::fromUTF8({typed.data(), static_cast<int32_t>(typed.size())});
  if (!is_of_one_case(name)) return std::string(typed);
  auto readable = with_capitals(name);
  make_particles_small(readable);
  make_elided_small(readable);
  std::string utf8;
  return readable.toUTF8String(utf8);
}

bool is_suspect_name(std::string_view name) {
  return name.find_first_of("0123456789@=<>{}[]\\/|;:\"#%&*_+~^$") != name.npos;
}

}  // namespace sections
