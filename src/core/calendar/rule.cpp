#include "core/calendar/rule.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace calendar {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 7> day_codes{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
constexpr int longest_interval = 52, shortest_month = 28, longest_month = 31, february = 2, february_days = 29;

std::string_view code(weekday day) {
  return day_codes[day.c_encoding()];
}

std::string utc(sys_seconds instant) {
  const auto day = floor<days>(instant);
  const year_month_day date(day);
  const hh_mm_ss time(instant - day);
  const auto digits = [](auto number, size_t size) {
    auto text = std::to_string(number);
    return text.insert(0, size - std::min(size, text.size()), '0');
  };
  return digits(int{date.year()}, 4) + digits(unsigned{date.month()}, 2) + digits(unsigned{date.day()}, 2) + 'T' +
         digits(time.hours().count(), 2) + digits(time.minutes().count(), 2) + digits(time.seconds().count(), 2) + 'Z';
}

// A month without that day has its last one instead: of 28 to 31, the latest there is.
std::string month_day(int day, int longest) {
  if (day <= shortest_month) return ";BYMONTHDAY=" + std::to_string(day);
  if (day >= longest) return ";BYMONTHDAY=-1";
  std::string text = ";BYMONTHDAY=";
  for (int one = shortest_month; one < day; ++one) text += std::to_string(one) + ',';
  return text + std::to_string(day) + ";BYSETPOS=-1";
}

std::optional<int> number(std::string_view text, int least, int most) {
  int found = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), found);
  if (fault != std::errc{} || end != text.data() + text.size() || found < least || found > most) return std::nullopt;
  return found;
}

std::optional<sys_seconds> instant(std::string_view text) {
  if (text.size() != 16 || text[8] != 'T' || text[15] != 'Z') return std::nullopt;
  const auto part = [&](size_t from, size_t size, int most) { return number(text.substr(from, size), 0, most); };
  const auto y = part(0, 4, 9999), m = part(4, 2, 12), d = part(6, 2, 31), h = part(9, 2, 23), min = part(11, 2, 59),
             s = part(13, 2, 59);
  if (!y || !m || !d || !h || !min || !s) return std::nullopt;
  const year_month_day date{year(*y), month(static_cast<unsigned>(*m)), std::chrono::day(static_cast<unsigned>(*d))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date) + hours(*h) + minutes(*min) + seconds(*s);
}

// "TU", "2TU", "-1TU"
bool read_day(Rule& rule, std::string_view text) {
  if (text.size() < 2) return false;
  const auto found = std::ranges::find(day_codes, text.substr(text.size() - 2));
  if (found == day_codes.end()) return false;
  rule.days.emplace_back(static_cast<unsigned>(found - day_codes.begin()));
  text.remove_suffix(2);
  if (text.empty()) return true;
  const auto nth = number(text, -1, 4);
  rule.nth = nth.value_or(0);
  return rule.nth != 0;
}

// What is left of `text` before the next `mark`, taken away from it.
std::string_view cut(std::string_view& text, char mark) {
  const auto end = std::min(text.find(mark), text.size());
  const auto part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

bool read_part(Rule& rule, std::string_view& frequency, std::string_view name, std::string_view value) {
  const auto set = [](int& to, std::optional<int> found) { return found && ((to = *found), true); };
  if (name == "FREQ") return !(frequency = value).empty();
  if (name == "INTERVAL") return set(rule.interval, number(value, 1, longest_interval));
  if (name == "BYMONTH") return set(rule.month, number(value, 1, 12));
  if (name == "BYSETPOS") return value == "-1";
  if (name == "UNTIL") return (rule.until = instant(value)).has_value();
  if (name == "BYMONTHDAY") {
    while (value.find(',') != value.npos) cut(value, ',');
    if (!set(rule.day, number(value, -1, longest_month)) || rule.day == 0) return false;
    return true;
  }
  if (name != "BYDAY") return false;
  while (!value.empty())
    if (!read_day(rule, cut(value, ','))) return false;
  return true;
}

}  // namespace

std::string write(const Rule& rule) {
  std::string text = rule.every == Rule::Every::week   ? "FREQ=WEEKLY"
                     : rule.every == Rule::Every::year ? "FREQ=YEARLY"
                                                       : "FREQ=MONTHLY";
  if (rule.interval > 1) text += ";INTERVAL=" + std::to_string(rule.interval);
  switch (rule.every) {
    case Rule::Every::week:
      for (size_t i = 0; i < rule.days.size(); ++i) text.append(i == 0 ? ";BYDAY=" : ",").append(code(rule.days[i]));
      break;
    case Rule::Every::month_weekday:
      text.append(";BYDAY=").append(std::to_string(rule.nth)).append(code(rule.days.front()));
      break;
    case Rule::Every::month_day:
      text += month_day(rule.day, longest_month);
      break;
    case Rule::Every::year:
      text += ";BYMONTH=" + std::to_string(rule.month);
      text += rule.month == february ? month_day(rule.day, february_days) : ";BYMONTHDAY=" + std::to_string(rule.day);
  }
  if (rule.until) text += ";UNTIL=" + utc(*rule.until);
  return text;
}

std::optional<Rule> read_rule(std::string_view text) {
  const auto whole = text;
  Rule rule;
  std::string_view frequency;
  while (!text.empty()) {
    auto part = cut(text, ';');
    const auto name = cut(part, '=');
    if (!read_part(rule, frequency, name, part)) return std::nullopt;
  }
  if (frequency == "WEEKLY")
    rule.every = Rule::Every::week;
  else if (frequency == "YEARLY")
    rule.every = Rule::Every::year;
  else
    rule.every = rule.nth != 0 ? Rule::Every::month_weekday : Rule::Every::month_day;
  if (rule.day == -1) rule.day = rule.every == Rule::Every::year ? february_days : longest_month;
  if (rule.every == Rule::Every::month_weekday && rule.days.size() != 1) return std::nullopt;
  if (rule.every == Rule::Every::month_day && rule.day == 0) return std::nullopt;
  if (write(rule) != whole) return std::nullopt;
  return rule;
}

}  // namespace calendar
