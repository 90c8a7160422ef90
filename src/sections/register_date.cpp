#include "sections/register_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "core/text/fold.hpp"

namespace sections {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr int oldest_year = 1900;
constexpr int youngest_member = 14;  // years
constexpr std::chrono::sys_days spreadsheet_epoch = year{1899} / 12 / 30;
constexpr int first_serial = 3000, last_serial = 80000;  // 1908 to 2119; below they would be years

// Folded starts of their names.
constexpr std::array<std::pair<std::string_view, unsigned>, 12> months{{{"janv", 1},
                                                                        {"fev", 2},
                                                                        {"mar", 3},
                                                                        {"avr", 4},
                                                                        {"mai", 5},
                                                                        {"juin", 6},
                                                                        {"juil", 7},
                                                                        {"aou", 8},
                                                                        {"sep", 9},
                                                                        {"oct", 10},
                                                                        {"nov", 11},
                                                                        {"dec", 12}}};

struct Parts {
  int year = 0;
  unsigned month = 0, day = 0;
  bool short_year = false;
};

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return {};
  return value;
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

// "03/07/1954 00:00:00" and "1954-07-03T00:00:00" as databases write them.
std::string_view without_time(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == text.npos) return text;
  const auto gap = text.find_last_of(" T", colon);
  return gap == text.npos ? text : text.substr(0, gap);
}

std::optional<unsigned> month_of(std::string_view word) {
  if (const auto value = number(word); value && *value <= 12) return static_cast<unsigned>(*value);
  for (const auto& [start, value] : months)
    if (word.starts_with(start)) return value;
  return {};
}

std::optional<Parts> from_digits(std::string_view digits) {
  const auto part = [&](size_t at, size_t size) { return *number(digits.substr(at, size)); };
  const auto parts = [](int y, int m, int d, bool short_year) {
    return Parts{
        .year = y, .month = static_cast<unsigned>(m), .day = static_cast<unsigned>(d), .short_year = short_year};
  };
  if (digits.size() == 8 && part(0, 4) >= oldest_year && part(0, 4) < 2100 && part(4, 2) <= 12)
    return parts(part(0, 4), part(4, 2), part(6, 2), false);
  if (digits.size() == 8) return parts(part(4, 4), part(2, 2), part(0, 2), false);
  if (digits.size() == 6) return parts(part(4, 2), part(2, 2), part(0, 2), true);
  if (digits.size() > 5) return {};
  const int serial = part(0, digits.size());
  if (serial < first_serial || serial > last_serial) return {};
  const year_month_day found{spreadsheet_epoch + std::chrono::days{serial}};
  return Parts{.year = int{found.year()}, .month = unsigned{found.month()}, .day = unsigned{found.day()}};
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text::fold(text)) {
    if (c == ' ')
      words.emplace_back();
    else
      words.back() += c;
  }
  // «lundi 3 juillet 1954», «le 3 juillet 1954»
  if (words.size() == 4 && !is_digits(words[0])) words.erase(words.begin());
  if (words[0] == "1er") words[0] = "1";
  return words;
}

std::optional<Parts> from_words(const std::vector<std::string>& words) {
  if (words.size() != 3) return {};
  const bool year_first = words[0].size() == 4;
  const auto& year_word = words[year_first ? 0 : 2];
  const auto y = number(year_word), d = number(words[year_first ? 2 : 0]);
  if (!y || !d || (year_word.size() != 4 && year_word.size() != 2)) return {};
  const auto m = month_of(words[1]);
  if (m) return Parts{.year = *y, .month = *m, .day = static_cast<unsigned>(*d), .short_year = year_word.size() == 2};
  // No month has that number: the day perhaps, in a file from America.
  const auto swapped = number(words[1]);
  if (!swapped || year_first) return {};
  return Parts{.year = *y,
               .month = static_cast<unsigned>(*d),
               .day = static_cast<unsigned>(*swapped),
               .short_year = year_word.size() == 2};
}

int whole_year(int two_digits, DateOf what, int this_year) {
  const int latest = what == DateOf::birth ? this_year - youngest_member : this_year;
  const int in_this_century = this_year / 100 * 100 + two_digits;
  return in_this_century <= latest ? in_this_century : in_this_century - 100;
}

}  // namespace

DateRead read_date(std::string_view typed, DateOf what, year_month_day today) {
  auto text = without_time(typed);
  // A day number with its hours: 19908,5
  if (const auto comma = text.find_first_of(",.");
      comma == 5 && is_digits(text.substr(0, comma)) && is_digits(text.substr(comma + 1)))
    text = text.substr(0, comma);
  const auto words = is_digits(text) ? std::vector<std::string>() : words_of(text);
  const auto parts = words.empty() ? from_digits(text) : from_words(words);
  if (!parts) return {.fault = DateFault::unreadable};
  const int y = parts->short_year ? whole_year(parts->year, what, int{today.year()}) : parts->year;
  const year_month_day found = year{y} / month{parts->month} / day{parts->day};
  if (!found.ok()) return {.fault = DateFault::no_such_day};
  if (found > today) return {.fault = DateFault::future};
  if (y < oldest_year) return {.fault = DateFault::too_old};
  const bool american = words.size() == 3 && words[0].size() != 4 && is_digits(words[1]) && *number(words[1]) > 12;
  return {.day = found, .american = american};
}

}  // namespace sections
