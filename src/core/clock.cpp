#include "core/clock.hpp"

#include <charconv>
#include <cstdio>

#include "core/zones.hpp"

namespace paris {

namespace {
bool read_digits(std::string_view text, int& number) {
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc() && end == text.data() + text.size() && text.front() != '-';
}

template <class... Numbers>
std::string print(const char* pattern, Numbers... numbers) {
  char text[40];
  return {text, static_cast<size_t>(std::snprintf(text, sizeof text, pattern, numbers...))};
}
}  // namespace

Local local(Instant instant) {
  return zones::local(instant, zones::mainland);
}

std::chrono::year_month_day day(Instant instant) {
  return zones::day(instant, zones::mainland);
}

Instants instants(Local wanted) {
  return zones::instants(wanted, zones::mainland);
}

std::optional<std::chrono::year_month_day> parse_date(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  int year = 0, month = 0, day_of_month = 0;
  if (!read_digits(date.substr(0, 4), year) || !read_digits(date.substr(5, 2), month) ||
      !read_digits(date.substr(8, 2), day_of_month))
    return std::nullopt;
  const std::chrono::year_month_day parsed{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day_of_month))};
  if (!parsed.ok()) return std::nullopt;
  return parsed;
}

std::optional<Local> parse_local(std::string_view date, std::string_view time) {
  const auto parsed_day = parse_date(date);
  if (!parsed_day || (time.size() != 5 && time.size() != 8) || time[2] != ':') return std::nullopt;
  int hour = 0, minute = 0;
  if (!read_digits(time.substr(0, 2), hour) || !read_digits(time.substr(3, 2), minute) || hour > 23 || minute > 59)
    return std::nullopt;
  return std::chrono::local_days(*parsed_day) + std::chrono::hours(hour) + std::chrono::minutes(minute);
}

std::string date_value(std::chrono::year_month_day day) {
  return print("%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
               static_cast<unsigned>(day.day()));
}

std::string time_value(Local local) {
  const std::chrono::hh_mm_ss clock(local - std::chrono::floor<std::chrono::days>(local));
  return print("%02d:%02d", static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()));
}

std::string machine(Instant instant) {
  const auto midnight = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss clock(instant - midnight);
  return date_value(midnight) + print("T%02d:%02d:%02dZ", static_cast<int>(clock.hours().count()),
                                      static_cast<int>(clock.minutes().count()),
                                      static_cast<int>(clock.seconds().count()));
}

}  // namespace paris
