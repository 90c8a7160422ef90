#pragma once
// The log: one JSON object per line, for machines first. An event is a fixed word or two, what varies stands in fields.
// Never names, addresses, e-mails, query strings or paths with ids in them: routes, counts, ids of requests and jobs.
//
//   logging::info("request", {{"route", "/sections/{}"}, {"status", 200}, {"ms", 3.1}});

#include <chrono>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace logging {

enum class Level : unsigned char { debug, info, warning, error, off };

struct Value : std::variant<std::string_view, std::int64_t, double, bool> {
  Value(std::string_view text) : variant(text) {}                                 // NOLINT(google-explicit-constructor)
  Value(const std::string& text) : variant(std::string_view(text)) {}             // NOLINT(google-explicit-constructor)
  Value(const char* text) : variant(std::string_view(text)) {}                    // NOLINT(google-explicit-constructor)
  Value(double number) : variant(number) {}                                       // NOLINT(google-explicit-constructor)
  Value(std::same_as<bool> auto yes) : variant(std::in_place_type<bool>, yes) {}  // NOLINT(google-explicit-constructor)
  Value(std::integral auto number) requires(
      !std::same_as<decltype(number), bool>)  // NOLINT(google-explicit-constructor)
      : variant(static_cast<std::int64_t>(number)) {}
};

struct Field {
  std::string_view name;
  Value value;
};
using Fields = std::initializer_list<Field>;

/// Until then, warnings and errors go to the standard error output. `file` is empty for the standard output. Lines are
/// written by a thread of their own, in batches; should the disk stand still, the oldest waiting lines are dropped
/// rather than the site stopped.
void start(Level least, const std::string& file = {});
/// Writes what is waiting. Call it last in main.
void finish();

bool enabled(Level level);
void debug(std::string_view event, Fields fields = {});
void info(std::string_view event, Fields fields = {});
void warning(std::string_view event, Fields fields = {});
void error(std::string_view event, Fields fields = {});

/// The line without its break, for tests.
std::string line(Level level, std::string_view event, Fields fields, std::chrono::system_clock::time_point at);

}  // namespace logging
