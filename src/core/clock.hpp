#pragma once
// The hour in Paris. Instants are sys_time everywhere; only views and forms see local time, and they go through here.
// Rules come from ICU's copy of the IANA zone "Europe/Paris". A local time of the night of the last Sunday of March may
// not exist, one of October may exist twice.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace paris {

using Instant = std::chrono::sys_seconds;
using Local = std::chrono::local_seconds;

/// What the clocks of Paris show.
Local local(Instant instant);

/// The day in Paris.
std::chrono::year_month_day day(Instant instant);

/// The instants at which the clocks of Paris show this.
struct Instants {
  enum class Found { once, never, twice };
  Found found = Found::once;
  Instant first{};   ///< never: the instant at which the clocks jump over it
  Instant second{};  ///< twice: the later one; else equal to first
};
Instants instants(Local local);

/// For a clock time known to exist, or where an hour's error is of no weight: the first instant.
inline Instant instant(Local local) {
  return instants(local).first;
}

/// What a form's date and time fields send: "2026-03-29", "02:30" (seconds are allowed and dropped). Nothing when it is
/// no date or no time.
std::optional<Local> parse_local(std::string_view date, std::string_view time);
std::optional<std::chrono::year_month_day> parse_date(std::string_view date);

/// For the value of date and time fields.
std::string date_value(std::chrono::year_month_day day);  ///< "2026-03-29"
std::string time_value(Local local);                      ///< "02:30"
/// For <time datetime="…">: "2026-03-29T01:30:00Z".
std::string machine(Instant instant);

}  // namespace paris
