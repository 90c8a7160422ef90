#include "sections/zone_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>
#include <tuple>

#include "core/text/fold.hpp"

namespace sections {
namespace {

constexpr std::string_view blanks = " \t\r\n\xC2\xA0";
constexpr size_t longest_name = 120, longest_point = 48;
constexpr std::int32_t highest_number = 9999;

bool digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(blanks);
  return from == std::string_view::npos ? std::string_view()
                                        : text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

std::vector<std::string_view> parts(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(separators), text.size());
    if (const auto part = trimmed(text.substr(0, end)); !part.empty()) found.push_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

bool is_postcode(std::string_view text) {
  return text.size() == 5 && std::ranges::all_of(text, digit);
}

// «2 a 40», «2 40», «n 12»: its numbers, if it is nothing else.
std::optional<std::pair<std::int32_t, std::int32_t>> numbers(const std::string& words) {
  std::array<std::int32_t, 2> found{};
  size_t count = 0;
  for (const auto word : parts(words, " ")) {
    if (!digit(word.front())) {
      if (word == "a" || word == "au" || word == "de" || word == "du" || word == "n" || word == "no" ||
          word == "numero" || word == "numeros")
        continue;
      return std::nullopt;
    }
    const auto [end, error] =
        std::from_chars(word.data(), word.data() + word.size(), found[std::min<size_t>(count, 1)]);
    if (error != std::errc() || end != word.data() + word.size() || ++count > 2) return std::nullopt;
  }
  if (count == 0) return std::nullopt;
  if (count == 1) found[1] = found[0];
  if (found[0] < 1 || found[1] < found[0] || found[1] > highest_number) return std::nullopt;
  return std::pair(found[0], found[1]);
}

bool take_detail(std::string_view part, Street& street) {
  if (is_postcode(part)) {
    street.postcode = part;
    return true;
  }
  std::string words = text::fold(part);
  for (const auto& [ending, parity] : {std::pair<std::string_view, const char*>{"impairs", "odd"},
                                       {"impair", "odd"},
                                       {"pairs", "even"},
                                       {"pair", "even"}})
    if (const std::string_view all = words; all == ending || all.ends_with(std::string(" ") + std::string(ending))) {
      street.parity = parity;
      words.resize(words.size() - ending.size());
      break;
    }
  words = trimmed(words);
  for (const std::string_view word : {"cote", "numeros"})  // «numéros pairs», «côté impair»
    if (words == word) words.clear();
  if (words.empty()) return !street.parity.empty();
  const auto range = numbers(words);
  if (range) std::tie(street.low, street.high) = *range;
  return range.has_value();
}

bool degrees(std::string_view text, double most, double& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  return error == std::errc() && end == text.data() + text.size() && std::isfinite(value) && std::abs(value) <= most;
}

}  // namespace

Postcodes read_postcodes(std::string_view text) {
  Postcodes read;
  for (const auto part : parts(text, " ,;\n\r\t")) {
    if (!is_postcode(part)) {
      if (read.wrong.empty()) read.wrong = part;
    } else if (std::ranges::find(read.codes, part) == read.codes.end())
      read.codes.emplace_back(part);
  }
  return read;
}

Streets read_streets(std::string_view text) {
  Streets read;
  size_t number = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = parts(text.substr(0, end), ",;");
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty()) continue;
    Street street{.name = std::string(line.front())};
    std::string_view wrong;
    if (street.name.size() > longest_name || std::ranges::all_of(street.name, digit)) wrong = line.front();
    for (size_t i = 1; i < line.size() && wrong.empty(); ++i)
      if (!take_detail(line[i], street)) wrong = line[i];
    if (!wrong.empty()) {
      read.wrong = wrong;
      read.line = number;
      return read;
    }
    if (std::ranges::find(read.streets, street) == read.streets.end()) read.streets.push_back(std::move(street));
  }
  return read;
}

std::string written(const Street& street) {
  std::string line = street.name;
  if (street.low) {
    line += ", " + std::to_string(street.low);
    if (street.high != street.low) line += " à " + std::to_string(street.high);
  }
  if (!street.parity.empty()) line += street.parity == "odd" ? ", impairs" : ", pairs";
  if (!street.postcode.empty()) line += ", " + street.postcode;
  return line;
}

bool read_ground(std::string_view text, std::string& ring) {
  ring.clear();
  const auto points = parts(text, " ");
  if (points.empty()) return true;
  if (points.size() < 3 || points.size() > most_points) return false;
  std::string first;
  for (const auto point : points) {
    const auto comma = point.find(',');
    double longitude = 0, latitude = 0;
    if (comma == std::string_view::npos || !degrees(point.substr(0, comma), 180, longitude) ||
        !degrees(point.substr(comma + 1), 85, latitude))
      return false;
    std::array<char, longest_point> written{};
    std::snprintf(written.data(), written.size(), "%.5f %.5f,", longitude, latitude);
    if (first.empty()) first = written.data();
    ring += written.data();
  }
  first.pop_back();
  ring += first;
  return true;
}

}  // namespace sections
