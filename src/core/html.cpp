#include "core/html.hpp"

namespace html {

void escape(std::string& to, std::string_view text) {
  size_t copied = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    std::string_view entity;
    switch (text[i]) {
      case '&':
        entity = "&amp;";
        break;
      case '<':
        entity = "&lt;";
        break;
      case '>':
        entity = "&gt;";
        break;
      case '"':
        entity = "&quot;";
        break;
      case '\'':
        entity = "&#39;";
        break;
      default:
        continue;
    }
    to.append(text, copied, i - copied);
    to += entity;
    copied = i + 1;
  }
  to.append(text, copied);
}

void escape_url_part(std::string& to, std::string_view text) {
  static constexpr char hex[] = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                            c == '_' || c == '.' || c == '~';
    if (unreserved) {
      to += c;
    } else {
      to += '%';
      to += hex[byte >> 4];
      to += hex[byte & 15];
    }
  }
}

namespace {
// Browsers drop tabs and newlines inside URLs and skip leading blanks, so "java\nscript:" must not pass a look at the
// start alone.
bool has_control_or_space(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f) return true;
  return false;
}
}  // namespace

Url Url::local(std::string_view path) {
  const bool fine =
      path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\") && !has_control_or_space(path);
  return Url(fine ? std::string(path) : "#");
}

Url Url::external(std::string_view address) {
  const bool fine =
      (address.starts_with("https://") || address.starts_with("http://")) && !has_control_or_space(address);
  return Url(fine ? std::string(address) : "#");
}

Url Url::beside(std::string_view file) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyz0123456789-";
  const auto dot = file.find_first_not_of(plain);
  const bool fine = dot != 0 && dot != std::string_view::npos && file[dot] == '.' &&
                    file.find_first_not_of(plain, dot + 1) == std::string_view::npos;
  return Url(fine ? std::string(file) : "#");
}

}  // namespace html
