#include <algorithm>

#include "core/http/header_value.hpp"
#include "core/http/message.hpp"

namespace http {

namespace {

/// What RFC 6265 4.1.1 lets stand in a value; the names we give are of the same kind.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\'; });
}

}  // namespace

std::optional<std::string_view> Request::cookie(std::string_view cookie_name) const {
  for (const auto& [field, line] : headers.pairs()) {
    if (field != "cookie") continue;
    for (std::string_view rest = line; !rest.empty();) {
      const auto end = std::min(rest.find(';'), rest.size());
      const auto pair = trimmed(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const auto equals = pair.find('=');
      if (equals != std::string_view::npos && trimmed(pair.substr(0, equals)) == cookie_name)
        return trimmed(pair.substr(equals + 1));
    }
  }
  return std::nullopt;
}

void Response::set_cookie(const Cookie& cookie) {
  if (cookie.name.empty() || !is_plain(cookie.name) || cookie.name.find('=') != std::string::npos ||
      !is_plain(cookie.value))
    throw std::invalid_argument("a cookie is made of plain characters");
  std::string line = cookie.name + '=' + cookie.value + "; Path=/; Secure; HttpOnly; SameSite=Lax";
  if (cookie.max_age) line += "; Max-Age=" + std::to_string(cookie.max_age->count());
  headers.add("set-cookie", std::move(line));
}

}  // namespace http
