#include "core/text/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace text {

namespace {

bool is_ascii(std::string_view words) {
  return std::ranges::all_of(words, [](char c) { return (c & 0x80) == 0; });
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode error = U_ZERO_ERROR;
  return *instance(error);  // compiled into ICU: cannot fail
}

icu::UnicodeString normalized(std::string_view words, const icu::Normalizer2& form) {
  UErrorCode error = U_ZERO_ERROR;
  return form.normalize(icu::UnicodeString::fromUTF8({words.data(), static_cast<int32_t>(words.size())}), error);
}

void append(std::string& to, UChar32 c) {
  if (c < 0x80) {
    to += static_cast<char>(c);
    return;
  }
  uint8_t bytes[U8_MAX_LENGTH];
  size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  to.append(reinterpret_cast<const char*>(bytes), size);
}

// Letters that have no decomposition in Unicode, but have one in people's minds.
void append_folded(std::string& to, UChar32 c) {
  switch (c) {
    case u'œ':
      to += "oe";
      break;
    case u'æ':
      to += "ae";
      break;
    case u'ß':
      to += "ss";
      break;
    case u'ø':
      to += 'o';
      break;
    case u'ł':
      to += 'l';
      break;
    case u'đ':
      to += 'd';
      break;
    case u'ı':
      to += 'i';
      break;
    default:
      append(to, c);
  }
}

bool is_space(UChar32 c) {
  if (c < 0x80) return c <= ' ' || c == 0x7F;
  return u_isUWhiteSpace(c) || u_charType(c) == U_CONTROL_CHAR;
}

// Zero-width spaces and joiners, direction marks, soft hyphens, byte-order marks.
bool is_invisible(UChar32 c) {
  return c >= 0x80 && u_charType(c) == U_FORMAT_CHAR;
}

}  // namespace

std::string fold(std::string_view words) {
  const auto decomposed = normalized(words, normalizer(icu::Normalizer2::getNFKDInstance));
  std::string folded;
  folded.reserve(words.size());
  bool gap = false;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (c >= 0x80 && (u_charType(c) == U_NON_SPACING_MARK || is_invisible(c))) continue;
    if (!u_isalnum(c)) {
      gap = !folded.empty();
      continue;
    }
    if (gap) folded += ' ';
    gap = false;
    append_folded(folded, u_tolower(c));
  }
  return folded;
}

std::string tidy(std::string_view words) {
  std::string clean;
  clean.reserve(words.size());
  bool gap = false;
  const auto add = [&](UChar32 c) {
    if (is_space(c)) {
      gap = !clean.empty();
      return;
    }
    if (gap) clean += ' ';
    gap = false;
    append(clean, c);
  };
  if (is_ascii(words)) {
    for (const char c : words) add(c);
    return clean;
  }
  const auto composed = normalized(words, normalizer(icu::Normalizer2::getNFCInstance));
  for (int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1))
    if (const auto c = composed.char32At(i); !is_invisible(c)) add(c);
  return clean;
}

std::string tidy_lines(std::string_view words) {
  std::string lines;
  while (!words.empty()) {
    const auto end = std::min(words.find_first_of("\r\n"), words.size());
    if (const auto line = tidy(words.substr(0, end)); !line.empty()) {
      if (!lines.empty()) lines += '\n';
      lines += line;
    }
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return lines;
}

size_t length(std::string_view utf8) {
  return static_cast<size_t>(std::ranges::count_if(utf8, [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace text
