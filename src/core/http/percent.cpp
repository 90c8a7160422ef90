#include "core/http/percent.hpp"

#include "core/utf8.hpp"

namespace http {

namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text, Stray stray, bool plus_is_space) {
  std::string plain;
  plain.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const int high = i + 2 < text.size() ? digit(text[i + 1]) : -1,
                low = i + 2 < text.size() ? digit(text[i + 2]) : -1;
      if (high >= 0 && low >= 0) {
        plain.push_back(static_cast<char>(high * 16 + low));
        i += 2;
        continue;
      }
      if (stray == Stray::refuse) return std::nullopt;
    }
    plain.push_back(plus_is_space && text[i] == '+' ? ' ' : text[i]);
  }
  return plain;
}

bool is_text(std::string_view text) {
  return text.find('\0') == std::string_view::npos && utf8::valid(text);
}

}  // namespace http
