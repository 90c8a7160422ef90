#include "contacts/vcard.hpp"

#include <algorithm>
#include <optional>

#include "contacts/vcard_line.hpp"
#include "core/tables/encoding.hpp"

namespace contacts {
namespace {

constexpr size_t looked_at = 4096;  // octets that tell UTF-16
constexpr size_t addresses_kept = 10;
constexpr std::string_view unreadable =
    "Ce fichier contient des caractères illisibles. Exporte à nouveau tes contacts en .vcf.";

struct Card {
  bool old = false;  // version 2.1
  std::optional<std::string> formatted, structured, organisation;
  std::vector<std::string> addresses;

  [[nodiscard]] std::string name() const {
    for (const auto* one : {&formatted, &structured, &organisation})
      if (*one && !(*one)->empty()) return **one;
    return {};
  }
};

// Family name; given name; the rest.
std::string structured_name(std::string_view value) {
  const auto all = parts(value);
  const auto given = all.size() > 1 ? all[1] : std::string();
  return given + (given.empty() || all[0].empty() ? "" : " ") + all[0];
}

void take(Card& card, const VcardProperty& property) {
  if (property.name == "VERSION")
    card.old = property.value.starts_with("2");
  else if (property.name == "FN" && !card.formatted)
    card.formatted = unescaped(words(property));
  else if (property.name == "N" && !card.structured)
    card.structured = structured_name(words(property));
  else if (property.name == "ORG" && !card.organisation)
    card.organisation = parts(words(property)).front();
  else if (property.name == "EMAIL" && card.addresses.size() < addresses_kept)
    card.addresses.push_back(unescaped(octets(property)));
}

bool is_word(std::string_view value, std::string_view word) {
  return value.size() >= word.size() &&
         std::equal(word.begin(), word.end(), value.begin(), [](char a, char b) { return a == (b & ~0x20); }) &&
         value.find_first_not_of(" \t", word.size()) == value.npos;
}

// In UTF-8 or an older encoding of single octets, which only a value's own charset tells.
std::string without_utf16(std::string_view bytes) {
  const auto encoding = tables::detect_encoding(bytes.substr(0, looked_at));
  if (!encoding.name.starts_with("UTF-16")) return std::string(bytes.substr(encoding.byte_order_mark));
  std::string text;
  tables::decode(bytes, encoding, [&](std::string_view piece) {
    text += piece;
    return true;
  });
  return text;
}

}  // namespace

bool is_vcard(std::string_view bytes) {
  auto start = without_utf16(bytes.substr(0, 256));
  start.erase(0, start.find_first_not_of(" \t\r\n"));
  constexpr std::string_view begin = "BEGIN:VCARD";
  return start.size() >= begin.size() && (start[5] == ':') && is_word(start.substr(0, 5), "BEGIN") &&
         is_word(start.substr(6, 5), "VCARD");
}

Book read_vcards(std::string_view bytes) {
  const auto text = without_utf16(bytes);
  if (text.find('\0') != text.npos) return {.problem = std::string(unreadable)};
  Collector collector;
  VcardLines lines(text);
  std::optional<Card> card;
  std::string line;
  bool agent = false, inside_agent = false, wanted = true;  // version 2.1 puts the card of an assistant inside
  const auto close = [&] {
    if (card) wanted = collector.add(card->name(), card->addresses);
    card.reset();
  };
  while (wanted && lines.next(line, card && card->old)) {
    const auto property = read_property(line);
    if (!property) continue;
    if (property->name == "BEGIN" && is_word(property->value, "VCARD")) {
      inside_agent = card && agent;
      if (inside_agent) continue;
      close();
      card.emplace();
    } else if (property->name == "END" && is_word(property->value, "VCARD")) {
      if (!inside_agent) close();
      inside_agent = false;
    } else if (card && !inside_agent) {
      take(*card, *property);
    }
    agent = property->name == "AGENT";
  }
  if (wanted) close();
  return collector.finish();
}

}  // namespace contacts
