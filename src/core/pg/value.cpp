#include "core/pg/value.hpp"

#include <charconv>
#include <cstdio>
#include <stdexcept>

namespace pg {
namespace {

template <class T>
T number(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size())
    throw std::invalid_argument("not a number: " + std::string(text));
  return value;
}

int digits(std::string_view text, size_t at, size_t count) {
  return number<int>(text.substr(at, count));
}

}  // namespace

std::int16_t Codec<std::int16_t>::read(std::string_view text) {
  return number<std::int16_t>(text);
}
std::int32_t Codec<std::int32_t>::read(std::string_view text) {
  return number<std::int32_t>(text);
}
std::int64_t Codec<std::int64_t>::read(std::string_view text) {
  return number<std::int64_t>(text);
}
double Codec<double>::read(std::string_view text) {
  return number<double>(text);
}

std::string Codec<double>::write(double value) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

std::string Codec<Time>::write(Time value) {
  const auto day = std::chrono::floor<std::chrono::days>(value);
  const std::chrono::hh_mm_ss time(value - day);
  char text[64];
  const int length =
      std::snprintf(text, sizeof text, "%s %02d:%02d:%02d.%06d+00", Codec<Date>::write(Date(day)).c_str(),
                    static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                    static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
  return {text, static_cast<size_t>(length)};
}

// "2026-11-21 23:05:09.123456+00": connections run in UTC with DateStyle ISO.
Time Codec<Time>::read(std::string_view text) {
  if (text.size() < 22 || !text.ends_with("+00")) throw std::invalid_argument("not a UTC time: " + std::string(text));
  text.remove_suffix(3);
  const auto space = text.find(' ');
  const std::chrono::sys_days day(Codec<Date>::read(text.substr(0, space)));
  const auto clock = text.substr(space + 1);
  std::chrono::microseconds fraction{};
  if (clock.size() > 9) {
    std::string micros(clock.substr(9));
    micros.resize(6, '0');
    fraction = std::chrono::microseconds(number<int>(micros));
  }
  return Time(day) + std::chrono::hours(digits(clock, 0, 2)) + std::chrono::minutes(digits(clock, 3, 2)) +
         std::chrono::seconds(digits(clock, 6, 2)) + fraction;
}

std::string Codec<Date>::write(Date value) {
  char text[32];
  const int length = std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(value.year()),
                                   static_cast<unsigned>(value.month()), static_cast<unsigned>(value.day()));
  return {text, static_cast<size_t>(length)};
}

Date Codec<Date>::read(std::string_view text) {
  if (text.size() != 10) throw std::invalid_argument("not a date: " + std::string(text));
  return std::chrono::year(digits(text, 0, 4)) / std::chrono::month(static_cast<unsigned>(digits(text, 5, 2))) /
         std::chrono::day(static_cast<unsigned>(digits(text, 8, 2)));
}

std::string Codec<Bytes>::write(const Bytes& value) {
  static constexpr char hex[] = "0123456789abcdef";
  std::string text = "\\x";
  for (const char c : value.octets) {
    text += hex[static_cast<unsigned char>(c) >> 4];
    text += hex[static_cast<unsigned char>(c) & 15];
  }
  return text;
}

Bytes Codec<Bytes>::read(std::string_view text) {
  if (!text.starts_with("\\x") || text.size() % 2) throw std::invalid_argument("not a bytea");
  Bytes bytes;
  for (size_t i = 2; i < text.size(); i += 2) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data() + i, text.data() + i + 2, value, 16);
    if (error != std::errc{} || end != text.data() + i + 2) throw std::invalid_argument("not a bytea");
    bytes.octets += static_cast<char>(value);
  }
  return bytes;
}

namespace {
void append_item(std::string& array, std::string_view item) {
  array += '"';
  for (const char c : item) {
    if (c == '"' || c == '\\') array += '\\';
    array += c;
  }
  array += '"';
}
}  // namespace

std::string write_array(std::span<const std::string> items) {
  std::string array = "{";
  for (const std::string& item : items) {
    if (array.size() > 1) array += ',';
    append_item(array, item);
  }
  return array + '}';
}

std::string write_array(std::span<const std::optional<std::string>> items) {
  std::string array = "{";
  for (const auto& item : items) {
    if (array.size() > 1) array += ',';
    if (item)
      append_item(array, *item);
    else
      array += "NULL";
  }
  return array + '}';
}

std::vector<std::string> read_array(std::string_view text) {
  if (text.size() < 2 || text.front() != '{' || text.back() != '}') throw std::invalid_argument("not an array");
  std::vector<std::string> items;
  text = text.substr(1, text.size() - 2);
  size_t i = 0;
  while (i < text.size()) {
    std::string item;
    if (text[i] == '"') {
      for (++i; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\') ++i;
        item += text[i];
      }
      ++i;
    } else {
      while (i < text.size() && text[i] != ',') item += text[i++];
    }
    items.push_back(std::move(item));
    ++i;  // the comma
  }
  return items;
}

}  // namespace pg
