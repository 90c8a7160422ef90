#pragma once
// How C++ values travel to and from PostgreSQL (text format), and which column types each may meet.

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.hpp"

namespace pg {

using Oid = unsigned int;
/// Instants as PostgreSQL keeps them.
using Time = std::chrono::sys_time<std::chrono::microseconds>;
using Date = std::chrono::year_month_day;
/// A bytea.
struct Bytes {
  std::string octets;
  auto operator<=>(const Bytes&) const = default;
};

/// Codec<T>::write turns a value into its text form, ::read the reverse (throws std::invalid_argument), ::types lists
/// the column types it may meet.
template <class T>
struct Codec;

namespace oid {  // pg_type.dat
inline constexpr Oid boolean = 16, bytea = 17, int8 = 20, int2 = 21, int4 = 23, text = 25, json = 114, float8 = 701,
                     varchar = 1043, date = 1082, timestamptz = 1184, jsonb = 3802, int8_array = 1016,
                     text_array = 1009, int4_array = 1007;
}

template <>
struct Codec<std::string> {
  static constexpr Oid types[] = {oid::text, oid::varchar, oid::json, oid::jsonb};
  static std::string write(std::string_view value) { return std::string(value); }
  static std::string read(std::string_view text) { return std::string(text); }
};
template <>
struct Codec<std::string_view> : Codec<std::string> {};
template <>
struct Codec<bool> {
  static constexpr Oid types[] = {oid::boolean};
  static std::string write(bool value) { return value ? "t" : "f"; }
  static bool read(std::string_view text) { return text == "t"; }
};
template <>
struct Codec<std::int16_t> {
  static constexpr Oid types[] = {oid::int2};
  static std::string write(std::int16_t value) { return std::to_string(value); }
  static std::int16_t read(std::string_view text);
};
template <>
struct Codec<std::int32_t> {
  static constexpr Oid types[] = {oid::int4};
  static std::string write(std::int32_t value) { return std::to_string(value); }
  static std::int32_t read(std::string_view text);
};
template <>
struct Codec<std::int64_t> {
  static constexpr Oid types[] = {oid::int8};
  static std::string write(std::int64_t value) { return std::to_string(value); }
  static std::int64_t read(std::string_view text);
};
template <>
struct Codec<double> {
  static constexpr Oid types[] = {oid::float8};
  static std::string write(double value);
  static double read(std::string_view text);
};
template <>
struct Codec<Time> {
  static constexpr Oid types[] = {oid::timestamptz};
  static std::string write(Time value);
  static Time read(std::string_view text);
};
template <>
struct Codec<Date> {
  static constexpr Oid types[] = {oid::date};
  static std::string write(Date value);
  static Date read(std::string_view text);
};
template <>
struct Codec<Bytes> {
  static constexpr Oid types[] = {oid::bytea};
  static std::string write(const Bytes& value);
  static Bytes read(std::string_view text);
};
template <class Tag>
struct Codec<Id<Tag>> {
  static constexpr Oid types[1] = {oid::int8};  // clang wants its size where an array of these is made
  static std::string write(Id<Tag> value) { return std::to_string(value.number()); }
  static Id<Tag> read(std::string_view text) { return Id<Tag>(Codec<std::int64_t>::read(text)); }
};

/// One-dimensional array literals.
std::string write_array(std::span<const std::string> items);
std::string write_array(std::span<const std::optional<std::string>> items);
std::vector<std::string> read_array(std::string_view text);

template <class T>
struct Codec<std::vector<T>> {
  static constexpr Oid types[] = {Codec<T>::types[0] == oid::int8   ? oid::int8_array
                                  : Codec<T>::types[0] == oid::int4 ? oid::int4_array
                                                                    : oid::text_array};
  static std::string write(const std::vector<T>& values) {
    std::vector<std::string> items;
    items.reserve(values.size());
    for (const T& value : values) items.push_back(Codec<T>::write(value));
    return write_array(items);
  }
  static std::vector<T> read(std::string_view text) {
    std::vector<T> values;
    for (const std::string& item : read_array(text)) values.push_back(Codec<T>::read(item));
    return values;
  }
};
/// An array with NULLs in it; only ever sent.
template <>
struct Codec<std::vector<std::optional<std::string>>> {
  static constexpr Oid types[] = {oid::text_array};
  static std::string write(const std::vector<std::optional<std::string>>& values) { return write_array(values); }
};

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
struct Codec<std::optional<T>> {
  static constexpr auto& types = Codec<T>::types;
};

}  // namespace pg
