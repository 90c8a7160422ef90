#pragma once
// The hours of France, from Wallis to Paris by way of Papeete. An event keeps the zone of its place; its form and
// whatever says its date count in that zone (core/text/when.hpp). Rules come from ICU's copy of the IANA zones.

#include <span>
#include <string_view>

#include "core/clock.hpp"

namespace zones {

struct Zone {
  std::string_view name;   ///< IANA's: "America/Guadeloupe"
  std::string_view label;  ///< in a list: "Guadeloupe"
  std::string_view words;  ///< in a sentence: "heure de Guadeloupe"
};

/// All that an event may have, Paris first. The schema knows the same (db/migrations/0036_event_times.sql).
std::span<const Zone> all();
extern const Zone& mainland;  ///< Paris

const Zone* find(std::string_view name);  ///< null: none of ours
const Zone& of(std::string_view name);    ///< what a row keeps; Paris for what is none of ours
/// The hour of a postcode, of a department's code ("971"), of nothing (Paris).
const Zone& of_postcode(std::string_view postcode);

/// As paris::… has them, by the clocks of that zone.
paris::Local local(paris::Instant instant, const Zone& zone);
std::chrono::year_month_day day(paris::Instant instant, const Zone& zone);
paris::Instants instants(paris::Local local, const Zone& zone);
inline paris::Instant instant(paris::Local local, const Zone& zone) {
  return instants(local, zone).first;
}

}  // namespace zones
