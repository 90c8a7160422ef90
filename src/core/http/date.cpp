#include "core/http/date.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace http {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 7> day_names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::string_view pattern = "___, 00 ___ 0000 00:00:00 GMT";

std::string digits(unsigned value, size_t size) {
  auto text = std::to_string(value);
  return text.insert(0, size - std::min(size, text.size()), '0');
}

unsigned number(std::string_view text) {
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool fits(std::string_view text) {
  return text.size() == pattern.size() && std::ranges::equal(text, pattern, [](char c, char wanted) {
           return wanted == '_' || (wanted == '0' ? c >= '0' && c <= '9' : c == wanted);
         });
}

}  // namespace

std::string date(sys_seconds instant) {
  const auto midnight = floor<days>(instant);
  const year_month_day day(midnight);
  const hh_mm_ss time(instant - midnight);
  return std::string(day_names[weekday(midnight).c_encoding()]) + ", " + digits(unsigned(day.day()), 2) + ' ' +
         std::string(month_names[unsigned(day.month()) - 1]) + ' ' + digits(static_cast<unsigned>(int(day.year())), 4) +
         ' ' + digits(static_cast<unsigned>(time.hours().count()), 2) + ':' +
         digits(static_cast<unsigned>(time.minutes().count()), 2) + ':' +
         digits(static_cast<unsigned>(time.seconds().count()), 2) + " GMT";
}

std::optional<sys_seconds> parse_date(std::string_view text) {
  if (!fits(text)) return std::nullopt;
  const auto month = std::ranges::find(month_names, text.substr(8, 3));
  if (month == month_names.end()) return std::nullopt;
  const year_month_day day(year(static_cast<int>(number(text.substr(12, 4)))),
                           std::chrono::month(static_cast<unsigned>(month - month_names.begin()) + 1),
                           std::chrono::day(number(text.substr(5, 2))));
  if (!day.ok()) return std::nullopt;
  return sys_days(day) + hours(number(text.substr(17, 2))) + minutes(number(text.substr(20, 2))) +
         seconds(number(text.substr(23, 2)));
}

}  // namespace http
