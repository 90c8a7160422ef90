#include "core/text/when.hpp"

#include <algorithm>

#include "core/text/french.hpp"

namespace french {
namespace {

using std::chrono::days, std::chrono::floor, std::chrono::seconds;

constexpr const char* nbsp = "\u00a0";

// The same instant by the clocks of Paris; from far away it is another day there.
std::string in_paris(const When& when) {
  const auto there = floor<days>(when.from()), here = floor<days>(paris::local(when.start));
  return hour(paris::local(when.start)) +
         (here == there  ? ""
          : here > there ? " le lendemain"
                         : " la veille") +
         " à" + nbsp + "Paris";
}

std::string with_zone(const std::string& words, const When& when) {
  const auto zone = elsewhere(when);
  return zone.empty() ? words : words + ", " + zone;
}

std::string moment(paris::Local local) {
  return day(std::chrono::year_month_day(floor<days>(local))) + " à" + nbsp + hour(local);
}

}  // namespace

std::chrono::year_month_day When::last_day() const {
  return all_day ? zones::day(std::max(start, end - seconds(1)), *zone) : zones::day(end, *zone);
}

std::string elsewhere(const When& when) {
  if (when.all_day || when.zone == &zones::mainland) return {};
  return std::string(when.zone->words) + " (" + in_paris(when) + ")";
}

std::string span(const When& when) {
  const bool one_day = when.day() == when.last_day();
  if (when.all_day)
    return one_day ? day(when.day()) + ", toute la journée" : "du " + day(when.day()) + " au " + day(when.last_day());
  if (when.zone == &zones::mainland) return span(when.start, when.end);
  if (one_day)
    return with_zone(day(when.day()) + " de" + nbsp + hour(when.from()) + " à" + nbsp + hour(when.until()), when);
  return with_zone("du " + moment(when.from()) + " au " + moment(when.until()), when);
}

std::string moment(const When& when) {
  return when.all_day ? day(when.day()) : with_zone(moment(when.from()), when);
}

std::string hour(const When& when) {
  return when.all_day ? "toute la journée" : with_zone(hour(when.from()), when);
}

std::string leaf(const When& when) {
  return when.all_day ? "journée" : short_hour(when.from());
}

std::string machine(const When& when) {
  return when.all_day ? paris::date_value(when.day()) : paris::machine(when.start);
}

}  // namespace french
