#include "core/calendar/recurrence.hpp"

#include <libical/ical.h>
#include <unicode/vtzone.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace calendar {
namespace {

using namespace std::chrono;

constexpr std::string_view longest_offset = ":+020000";
constexpr size_t most_steps = 20'000;  // a rule that gives nothing for that long gives nothing

std::unique_ptr<icu::VTimeZone> rules_of(const std::string& zone) {
  std::unique_ptr<icu::VTimeZone> rules(icu::VTimeZone::createVTimeZoneByID(icu::UnicodeString::fromUTF8(zone)));
  if (!rules) throw std::runtime_error("ICU knows no zone " + zone);
  return rules;
}

UDate milliseconds(seconds since_epoch) {
  return static_cast<double>(since_epoch.count()) * 1000.0;
}

// Without a zone, so that libical counts on the face of the clock.
icaltimetype floating(Local local) {
  const auto day = floor<days>(local);
  const year_month_day date(day);
  const hh_mm_ss time(local - day);
  auto found = icaltime_null_time();
  found.year = int{date.year()};
  found.month = static_cast<int>(unsigned{date.month()});
  found.day = static_cast<int>(unsigned{date.day()});
  found.hour = static_cast<int>(time.hours().count());
  found.minute = static_cast<int>(time.minutes().count());
  found.second = static_cast<int>(time.seconds().count());
  return found;
}

Local local(const icaltimetype& time) {
  const local_days day(year(time.year) / time.month / time.day);
  return day + hours(time.hour) + minutes(time.minute) + seconds(time.second);
}

sys_seconds as_utc(const icaltimetype& time) {
  return sys_seconds(local(time).time_since_epoch());
}

}  // namespace

std::vector<Local> starts(const Recurrence& recurrence, Local after, Local to, size_t most) {
  auto rule = icalrecurrencetype_from_string(recurrence.rule.c_str());
  if (rule.freq == ICAL_NO_RECURRENCE) return {};
  if (icaltime_is_null_time(rule.until) == 0) rule.until = floating(local(as_utc(rule.until), recurrence.zone));
  const std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> dates(
      icalrecur_iterator_new(rule, floating(recurrence.first)), icalrecur_iterator_free);
  std::vector<Local> found;
  if (!dates) return found;
  for (size_t step = 0; step < most_steps && found.size() < most; ++step) {
    const auto next = icalrecur_iterator_next(dates.get());
    if (icaltime_is_null_time(next) != 0) break;
    const auto start = local(next);
    if (start > to) break;
    if (start > after) found.push_back(start);
  }
  return found;
}

sys_seconds instant(Local wanted, const std::string& zone) {
  int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  rules_of(zone)->getOffsetFromLocal(milliseconds(wanted.time_since_epoch()), UCAL_TZ_LOCAL_FORMER,
                                     UCAL_TZ_LOCAL_FORMER, raw, saving, status);
  return sys_seconds(wanted.time_since_epoch() - seconds((raw + saving) / 1000));
}

Local local(sys_seconds instant, const std::string& zone) {
  int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  rules_of(zone)->getOffset(milliseconds(instant.time_since_epoch()), 0, raw, saving, status);
  return Local(instant.time_since_epoch() + seconds((raw + saving) / 1000));
}

std::string zone_component(const std::string& zone, sys_seconds from) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text;
  rules_of(zone)->writeSimple(milliseconds(from.time_since_epoch()), text, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot write the zone " + zone);
  std::string all, kept;
  text.toUTF8String(all);
  for (size_t start = 0; start < all.size();) {
    const auto end = std::min(all.find("\r\n", start), all.size());
    std::string_view line(all.data() + start, end - start);
    start = end + 2;
    if (line.starts_with("X-")) continue;
    // Offsets of whole minutes are written without seconds, as every calendar program knows them.
    if (line.starts_with("TZOFFSET") && line.ends_with("00") && line.size() - line.find(':') == longest_offset.size())
      line.remove_suffix(2);
    kept.append(line).append("\r\n");
  }
  return kept;
}

}  // namespace calendar
