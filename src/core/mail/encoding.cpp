#include "core/mail/encoding.hpp"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

namespace mail {
namespace {

constexpr size_t line_length = 76;
// An encoded word and the name of its header fit a line of 76: 39 octets are 52 characters of base64, and 12 stand
// around them.
constexpr size_t word_octets = 39;
constexpr size_t plain_length = 60;
constexpr std::string_view word_start = "=?UTF-8?B?", word_end = "?=";
constexpr std::string_view hex_digits = "0123456789ABCDEF";

std::string base64_line(std::string_view octets) {
  std::string line(sodium_base64_encoded_len(octets.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(line.data(), line.size(), reinterpret_cast<const unsigned char*>(octets.data()), octets.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  line.pop_back();
  return line;
}

std::string from_base64(std::string_view text) {
  std::string octets(text.size(), '\0');
  size_t length = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(octets.data()), octets.size(), text.data(), text.size(),
                        nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
    return std::string(text);
  octets.resize(length);
  return octets;
}

int hex_value(char c) {
  const auto at = hex_digits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

void refuse_controls(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      throw std::invalid_argument("a control character in a mail header");
}

bool plain(std::string_view text) {
  return text.size() <= plain_length && text.find("=?") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// At most `limit` octets of whole characters.
std::string_view first_characters(std::string_view text, size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return text.substr(0, limit);
}

std::string encoded_words(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    auto part = first_characters(text, word_octets);
    if (part.empty()) part = text.substr(0, word_octets);  // no UTF-8 at all
    if (!words.empty()) words += "\r\n ";
    words.append(word_start).append(base64_line(part)).append(word_end);
    text.remove_prefix(part.size());
  }
  return words;
}

std::string quoted_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string quoted_printable(std::string_view text) {
  std::string lines;
  size_t column = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r' || c == '\n') {
      if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
      lines += "\r\n";
      column = 0;
      continue;
    }
    const auto octet = static_cast<unsigned char>(c);
    const bool before_break = i + 1 == text.size() || text[i + 1] == '\r' || text[i + 1] == '\n';
    const bool as_is = (octet > 32 && octet < 127 && c != '=') || ((c == ' ' || c == '\t') && !before_break);
    const size_t width = as_is ? 1 : 3;
    if (column + width > line_length - 1) {  // the last place is for the soft break
      lines += "=\r\n";
      column = 0;
    }
    if (as_is)
      lines += c;
    else
      lines.append({'=', hex_digits[octet >> 4], hex_digits[octet & 15]});
    column += width;
  }
  return lines;
}

std::string from_quoted_printable(std::string_view encoded) {
  std::string text;
  for (size_t i = 0; i < encoded.size(); ++i) {
    if (encoded[i] != '=') {
      if (encoded[i] != '\r') text += encoded[i];
    } else if (encoded.substr(i + 1, 2) == "\r\n") {
      i += 2;
    } else if (i + 2 < encoded.size() && hex_value(encoded[i + 1]) >= 0 && hex_value(encoded[i + 2]) >= 0) {
      text += static_cast<char>(hex_value(encoded[i + 1]) * 16 + hex_value(encoded[i + 2]));
      i += 2;
    }
  }
  return text;
}

std::string base64(std::string_view octets) {
  constexpr size_t octets_a_line = line_length / 4 * 3;
  std::string lines;
  for (size_t i = 0; i < octets.size(); i += octets_a_line)
    lines += base64_line(octets.substr(i, octets_a_line)) + "\r\n";
  return lines;
}

std::string text_header(std::string_view name, std::string_view text) {
  refuse_controls(text);
  return std::string(name) + ": " + (plain(text) ? std::string(text) : encoded_words(text)) + "\r\n";
}

std::string address_header(std::string_view header, std::string_view name, std::string_view address) {
  refuse_controls(name);
  refuse_controls(address);
  const std::string start = std::string(header) + ": ";
  if (name.empty()) return start + std::string(address) + "\r\n";
  return start + (plain(name) ? quoted_string(name) : encoded_words(name)) + "\r\n <" + std::string(address) + ">\r\n";
}

std::string from_encoded_words(std::string_view value) {
  std::string text;
  bool after_word = false;
  while (!value.empty()) {
    const auto start = value.find(word_start);
    const auto end = start == std::string_view::npos ? start : value.find(word_end, start + word_start.size());
    if (end == std::string_view::npos) break;
    const auto between = value.substr(0, start);
    if (!after_word || between.find_first_not_of(" \r\n") != std::string_view::npos) text += between;
    text += from_base64(value.substr(start + word_start.size(), end - start - word_start.size()));
    value.remove_prefix(end + word_end.size());
    after_word = true;
  }
  return text + std::string(value);
}

}  // namespace mail
