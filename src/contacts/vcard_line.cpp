#include "contacts/vcard_line.hpp"

#include <algorithm>
#include <array>

#include "core/crypto.hpp"
#include "core/tables/encoding.hpp"
#include "core/utf8.hpp"

namespace contacts {
namespace {

constexpr size_t longest_line = size_t{8} << 10;  // octets kept of one

std::string upper(std::string_view text) {
  std::string up(text);
  std::ranges::transform(up, up.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return up;
}

void append(std::string& line, std::string_view more) {
  if (line.size() < longest_line) line += more.substr(0, longest_line - line.size());
}

bool says_quoted_printable(std::string_view line) {
  return upper(line.substr(0, line.find(':'))).find("QUOTED-PRINTABLE") != std::string::npos;
}

// The position of the first of `signs` outside of quotes.
size_t find_bare(std::string_view text, std::string_view signs) {
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (!quoted && signs.find(text[i]) != signs.npos) return i;
  }
  return text.npos;
}

std::string from_quoted_printable(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    if (const auto octet =
            text[i] == '=' && i + 2 < text.size() ? crypto::from_hex(text.substr(i + 1, 2)) : std::nullopt;
        octet && octet->size() == 1) {
      plain += *octet;
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

// Others than these are not believed: what is no UTF-8 is then read as old Windows wrote it.
std::string to_utf8(std::string text, std::string_view charset) {
  constexpr std::array known{std::string_view("ISO-8859-1"), std::string_view("ISO-8859-15"),
                             std::string_view("WINDOWS-1252"), std::string_view("MACINTOSH")};
  const auto* named = std::ranges::find(known, charset);
  if (named == known.end() && utf8::valid(text)) return text;
  std::string converted;
  tables::decode(text, {named == known.end() ? "windows-1252" : std::string(*named), 0}, [&](std::string_view piece) {
    converted += piece;
    return true;
  });
  return converted;
}

}  // namespace

std::string_view VcardLines::physical() {
  const auto end = std::min(rest_.find_first_of("\r\n"), rest_.size());
  const auto line = rest_.substr(0, end);
  rest_.remove_prefix(end);
  rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : std::min<size_t>(1, rest_.size()));
  return line;
}

bool VcardLines::next(std::string& line, bool blank_belongs) {
  if (rest_.empty()) return false;
  line.clear();
  auto piece = physical();
  append(line, piece);
  if (says_quoted_printable(line)) {
    while (piece.ends_with('=') && !rest_.empty()) {
      if (line.ends_with('=')) line.pop_back();
      append(line, piece = physical());
    }
  }
  while (rest_.starts_with(' ') || rest_.starts_with('\t')) append(line, physical().substr(blank_belongs ? 0 : 1));
  return true;
}

std::optional<VcardProperty> read_property(std::string_view line) {
  const auto colon = find_bare(line, ":");
  if (colon == line.npos) return std::nullopt;
  auto head = line.substr(0, colon);
  const auto end = std::min(head.find(';'), head.size());
  const auto name = head.substr(0, end);
  VcardProperty property{.name = upper(name.substr(name.rfind('.') + 1)), .value = line.substr(colon + 1)};
  head.remove_prefix(end);
  while (!head.empty()) {
    head.remove_prefix(1);
    const auto stop = std::min(find_bare(head, ";"), head.size());
    const auto parameter = upper(head.substr(0, stop));
    head.remove_prefix(stop);
    if (parameter == "QUOTED-PRINTABLE" || parameter == "ENCODING=QUOTED-PRINTABLE") property.quoted_printable = true;
    if (parameter == "BASE64" || parameter == "ENCODING=BASE64" || parameter == "ENCODING=B") property.base64 = true;
    if (parameter.starts_with("CHARSET=")) property.charset = parameter.substr(8);
  }
  return property;
}

std::string octets(const VcardProperty& property) {
  if (property.base64) return {};
  return property.quoted_printable ? from_quoted_printable(property.value) : std::string(property.value);
}

std::string words(const VcardProperty& property) {
  return to_utf8(octets(property), property.charset);
}

std::vector<std::string> parts(std::string_view value) {
  std::vector<std::string> all(1);
  for (size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size()) {
      const char next = value[++i];
      all.back() += next == 'n' || next == 'N' ? ' ' : next;
    } else if (value[i] == ';') {
      all.emplace_back();
    } else {
      all.back() += value[i];
    }
  }
  return all;
}

std::string unescaped(std::string_view value) {
  std::string whole;
  for (const auto& part : parts(value)) whole += (whole.empty() ? "" : ";") + part;
  return whole;
}

}  // namespace contacts
