#pragma once
// What «Tous les événements» was asked for, as its addresses say it: the list, its count and its map are of the same.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/clock.hpp"
#include "core/html.hpp"
#include "gate/visit.hpp"

namespace events {

inline constexpr std::string_view directory_path = "/evenements";
inline constexpr std::array<int, 4> directory_distances{5, 10, 25, 50};  // km

enum class When { any, today, week, weekend, month, days };
std::string_view code(When when);

struct Asked {
  std::string words = {};
  std::string kind = {};  ///< a kind's code, "missions", "reunions", or ""
  std::string circle = "all";
  When when = When::any;
  std::optional<std::chrono::year_month_day> from = {}, until = {};  ///< days of one's own, both included
  int kilometres = 0;                                                ///< 0: wherever it is
  std::string commune = {};                                          ///< INSEE code; "": the viewer's own

  [[nodiscard]] bool refined() const {
    return !kind.empty() || circle != "all" || when == When::days || kilometres > 0;
  }
  [[nodiscard]] bool narrowed() const { return refined() || !words.empty() || when != When::any; }
};
/// Anything else than what the page offers is what it shows first.
Asked asked(const gate::Visit& v);
/// "?q=…&type=…", or "".
std::string query(const Asked& asked);
/// `after`: the last event of the page before; 0: from the beginning.
html::Url url(const Asked& asked, std::int64_t after = 0);

/// From when until when, as the clocks of Paris cut the days.
struct Window {
  std::optional<paris::Instant> from = {}, until = {};
};
Window window(const Asked& asked, paris::Instant now);

/// What the functions of db/policies/53_event_directory.sql read.
std::string condition(const Asked& asked, paris::Instant now);

}  // namespace events
