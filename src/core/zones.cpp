#include "core/zones.hpp"

#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string>

namespace zones {
namespace {

using paris::Instant, paris::Instants, paris::Local;
using std::chrono::seconds;

constexpr std::array<Zone, 14> zones{{
    {"Europe/Paris", "Paris", "heure de Paris"},
    {"America/Guadeloupe", "Guadeloupe", "heure de Guadeloupe"},
    {"America/Martinique", "Martinique", "heure de Martinique"},
    {"America/Cayenne", "Guyane", "heure de Guyane"},
    {"Indian/Reunion", "La Réunion", "heure de La Réunion"},
    {"Indian/Mayotte", "Mayotte", "heure de Mayotte"},
    {"America/Miquelon", "Saint-Pierre-et-Miquelon", "heure de Saint-Pierre-et-Miquelon"},
    {"America/St_Barthelemy", "Saint-Barthélemy", "heure de Saint-Barthélemy"},
    {"America/Marigot", "Saint-Martin", "heure de Saint-Martin"},
    {"Pacific/Noumea", "Nouvelle-Calédonie", "heure de Nouvelle-Calédonie"},
    {"Pacific/Tahiti", "Polynésie : Tahiti et les îles voisines", "heure de Tahiti"},
    {"Pacific/Marquesas", "Polynésie : îles Marquises", "heure des Marquises"},
    {"Pacific/Gambier", "Polynésie : îles Gambier", "heure des Gambier"},
    {"Pacific/Wallis", "Wallis-et-Futuna", "heure de Wallis-et-Futuna"},
}};

struct Begins {
  std::string_view postcode, zone;
};
// Whole postcodes first: islands that have an hour or a name of their own.
constexpr std::array<Begins, 27> beginnings{
    {{"97133", "America/St_Barthelemy"}, {"97150", "America/Marigot"},     {"98740", "Pacific/Marquesas"},
     {"98741", "Pacific/Marquesas"},     {"98742", "Pacific/Marquesas"},   {"98743", "Pacific/Marquesas"},
     {"98744", "Pacific/Marquesas"},     {"98745", "Pacific/Marquesas"},   {"98746", "Pacific/Marquesas"},
     {"98747", "Pacific/Marquesas"},     {"98748", "Pacific/Marquesas"},   {"98749", "Pacific/Marquesas"},
     {"98796", "Pacific/Marquesas"},     {"98755", "Pacific/Gambier"},     {"98792", "Pacific/Gambier"},
     {"98793", "Pacific/Gambier"},       {"971", "America/Guadeloupe"},    {"972", "America/Martinique"},
     {"973", "America/Cayenne"},         {"974", "Indian/Reunion"},        {"975", "America/Miquelon"},
     {"976", "Indian/Mayotte"},          {"977", "America/St_Barthelemy"}, {"978", "America/Marigot"},
     {"986", "Pacific/Wallis"},          {"987", "Pacific/Tahiti"},        {"988", "Pacific/Noumea"}}};

const icu::BasicTimeZone& rules(const Zone& zone) {
  static const auto known = [] {
    std::array<std::unique_ptr<icu::TimeZone>, zones.size()> held;
    for (size_t i = 0; i < zones.size(); ++i) {
      const std::string name(zones[i].name);
      held[i].reset(icu::TimeZone::createTimeZone(name.c_str()));
      if (dynamic_cast<icu::BasicTimeZone*>(held[i].get()) == nullptr || *held[i] == icu::TimeZone::getUnknown())
        throw std::runtime_error("ICU knows no zone " + name);
    }
    return held;
  }();
  const auto place = std::ranges::find(zones, zone.name, &Zone::name) - zones.begin();
  return static_cast<const icu::BasicTimeZone&>(*known[static_cast<size_t>(place) % zones.size()]);
}

UDate milliseconds(seconds since_epoch) {
  return static_cast<double>(since_epoch.count()) * 1000.0;
}

seconds offset(Instant instant, const Zone& zone) {
  int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  rules(zone).getOffset(milliseconds(instant.time_since_epoch()), false, raw, saving, status);
  return seconds((raw + saving) / 1000);
}

seconds offset(Local local, UTimeZoneLocalOption choice, const Zone& zone) {
  int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  rules(zone).getOffsetFromLocal(milliseconds(local.time_since_epoch()), choice, choice, raw, saving, status);
  return seconds((raw + saving) / 1000);
}

}  // namespace

const Zone& mainland = zones.front();

std::span<const Zone> all() {
  return zones;
}

const Zone* find(std::string_view name) {
  const auto* const found = std::ranges::find(zones, name, &Zone::name);
  return found == zones.end() ? nullptr : found;
}

const Zone& of(std::string_view name) {
  const auto* const found = find(name);
  return found == nullptr ? zones.front() : *found;
}

const Zone& of_postcode(std::string_view postcode) {
  for (const auto& one : beginnings)
    if (postcode.starts_with(one.postcode)) return of(one.zone);
  return zones.front();
}

Local local(Instant instant, const Zone& zone) {
  return Local((instant.time_since_epoch() + offset(instant, zone)));
}

std::chrono::year_month_day day(Instant instant, const Zone& zone) {
  return std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(local(instant, zone)));
}

Instants instants(Local wanted, const Zone& zone) {
  // Before and after a change the offset differs; the true instants are those that show the wanted time again.
  const Instant former(wanted.time_since_epoch() - offset(wanted, UCAL_TZ_LOCAL_FORMER, zone));
  const Instant latter(wanted.time_since_epoch() - offset(wanted, UCAL_TZ_LOCAL_LATTER, zone));
  const Instant early = std::min(former, latter), late = std::max(former, latter);
  if (early == late) return {Instants::Found::once, early, early};
  if (local(early, zone) == wanted && local(late, zone) == wanted) return {Instants::Found::twice, early, late};
  // Skipped: the offsets on both sides place it before and after the jump, which lies at the late reading minus what
  // was jumped over.
  UDate jump = 0;
  icu::TimeZoneTransition transition;
  if (rules(zone).getNextTransition(milliseconds(early.time_since_epoch()), true, transition))
    jump = transition.getTime();
  const Instant at(seconds(static_cast<int64_t>(jump / 1000.0)));
  return {Instants::Found::never, at, at};
}

}  // namespace zones
