#include "app/exposition.hpp"

#include <array>
#include <charconv>

namespace app {
namespace {

void escape(std::string& to, std::string_view value) {
  for (const char c : value) {
    if (c == '\n') {
      to += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') to += '\\';
    to += c;
  }
}

}  // namespace

void Exposition::declare(std::string_view name, std::string_view type, std::string_view help) {
  text_.append("# HELP ")
      .append(name)
      .append(" ")
      .append(help)
      .append("\n# TYPE ")
      .append(name)
      .append(" ")
      .append(type)
      .append("\n");
}

void Exposition::sample(std::string_view name, Labels labels, double value) {
  text_ += name;
  char next = '{';
  for (const auto& [label, words] : labels) {
    text_ += next;
    text_.append(label).append("=\"");
    escape(text_, words);
    text_ += '"';
    next = ',';
  }
  if (labels.size() > 0) text_ += '}';
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  text_.append(" ").append(digits.data(), end).append("\n");
}

void Exposition::one(std::string_view name, std::string_view type, std::string_view help, double value) {
  declare(name, type, help);
  sample(name, {}, value);
}

}  // namespace app
