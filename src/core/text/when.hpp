#pragma once
// When an event is, in words: by the clocks of its place, with their name and the hour in Paris where the two differ.
// Every page, mail and list says it through here.
//
//   french::span(french::when(row))    "sam. 29 nov. de 10 h 00 à 12 h 30"
//                                      "sam. 29 nov. de 18 h 00 à 20 h 00, heure de Guadeloupe (23 h 00 à Paris)"
//                                      "sam. 29 nov., toute la journée"

#include <string>

#include "core/zones.hpp"

namespace french {

struct When {
  paris::Instant start{}, end{};
  const zones::Zone* zone = &zones::mainland;
  bool all_day = false;  ///< from a midnight of the zone to another: the end is the midnight after the last day

  [[nodiscard]] paris::Local from() const { return zones::local(start, *zone); }
  [[nodiscard]] paris::Local until() const { return zones::local(end, *zone); }
  [[nodiscard]] std::chrono::year_month_day day() const { return zones::day(start, *zone); }
  [[nodiscard]] std::chrono::year_month_day last_day() const;  ///< the day on which it ends
};

/// From a row's starts_at, time_zone, all_day and, if it has one, ends_at.
template <class Row>
When when(const Row& row) {
  When when{.start = std::chrono::floor<std::chrono::seconds>(row.starts_at),
            .end = {},
            .zone = &zones::of(row.time_zone),
            .all_day = row.all_day};
  if constexpr (requires { row.ends_at; })
    when.end = std::chrono::floor<std::chrono::seconds>(row.ends_at);
  else
    when.end = when.start;
  return when;
}

std::string span(const When& when);       ///< from when to when
std::string moment(const When& when);     ///< when it begins: "jeu. 27 nov. à 18 h 00"; of a whole day the day alone
std::string hour(const When& when);       ///< "18 h 00, heure de Guadeloupe (23 h 00 à Paris)"; "toute la journée"
std::string elsewhere(const When& when);  ///< "heure de Guadeloupe (23 h 00 à Paris)"; "" in Paris and for whole days
std::string leaf(const When& when);       ///< the hour where room is scarce: "18 h", "journée"
std::string machine(const When& when);    ///< for <time datetime="…">

}  // namespace french
