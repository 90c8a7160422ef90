#include "core/http/header_value.hpp"

#include <algorithm>

namespace http {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view before_parameters(std::string_view value) {
  return trimmed(value.substr(0, value.find(';')));
}

std::optional<std::string> parameter(std::string_view value, std::string_view name) {
  auto rest = value.substr(std::min(value.find(';'), value.size()));
  while (rest.starts_with(';')) {
    rest = trimmed(rest.substr(1));
    const auto equals = rest.find_first_of("=;");
    if (equals == std::string_view::npos) return std::nullopt;
    const auto key = trimmed(rest.substr(0, equals));
    rest.remove_prefix(equals);
    if (rest.starts_with(';')) continue;
    rest = trimmed(rest.substr(1));
    std::string_view found;
    if (rest.starts_with('"')) {
      const auto end = rest.find('"', 1);
      if (end == std::string_view::npos) return std::nullopt;
      found = rest.substr(1, end - 1);
      rest = trimmed(rest.substr(end + 1));
    } else {
      const auto end = std::min(rest.find(';'), rest.size());
      found = trimmed(rest.substr(0, end));
      rest.remove_prefix(end);
    }
    if (same(key, name)) return std::string(found);
  }
  return std::nullopt;
}

bool lists(std::string_view value, std::string_view token) {
  for (size_t start = 0; start <= value.size();) {
    const auto end = std::min(value.find(',', start), value.size());
    if (same(trimmed(value.substr(start, end - start)), token)) return true;
    start = end + 1;
  }
  return false;
}

}  // namespace http
