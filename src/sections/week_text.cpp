#include "sections/week_text.hpp"

#include <algorithm>

#include "core/text/french.hpp"

namespace sections {
namespace {

using namespace std::chrono;

constexpr auto night_ends = 6h;

using french::When;

std::string hour(paris::Instant instant, const zones::Zone& zone) {
  const auto local = zones::local(instant, zone);
  auto words = french::short_hour(local);
  // The hour that the clocks show twice, at the end of October.
  if (const auto both = zones::instants(local, zone); both.found == paris::Instants::Found::twice)
    words += instant == both.first ? " (heure d’été)" : " (heure d’hiver)";
  return words;
}

// "une heure du matin" still belongs to the evening before.
bool same_night(const When& when) {
  return !when.all_day && when.until() <= floor<days>(when.from()) + days(1) + night_ends;
}

std::string by_days(const When& when, bool begun) {
  if (when.day() == when.last_day()) return "toute la journée";
  const auto until = "jusqu’au " + french::whole_day(when.last_day());
  return begun ? "depuis le " + french::whole_day(when.day()) + ", " + until : until;
}

std::string by_hours(const When& when, bool begun) {
  const auto starts = hour(when.start, *when.zone), ends = hour(when.end, *when.zone);
  const bool same_day = when.day() == when.last_day();
  if (same_day || (!begun && same_night(when))) {
    const auto words = "de\u00a0" + starts + " à\u00a0";
    if (same_day) return words + ends;
    const bool midnight = when.until().time_since_epoch() % days(1) == 0s;
    return words + (midnight ? "minuit" : ends + " du matin");
  }
  const auto until = "jusqu’au " + french::whole_day(when.last_day()) + " à\u00a0" + ends;
  if (begun) return "depuis le " + french::whole_day(when.day()) + ", " + until;
  return "à partir de\u00a0" + starts + ", " + until;
}

std::string words(const When& when, const Week& week) {
  const bool begun = when.from() < week.begins();
  if (when.all_day) return by_days(when, begun);
  return by_hours(when, begun) + (when.zone == &zones::mainland ? "" : ", " + std::string(when.zone->words));
}

// Whose home it is learns who comes: no wall tells the address.
std::string place(const WeekEvent& event, Audience audience) {
  std::string words;
  if (event.kind == "flat_meeting" && audience == Audience::everybody)
    words = event.city.empty() ? "" : event.city + " (adresse sur demande)";
  else if (!event.address.empty())
    words = event.address + ", " + event.postcode + " " + event.city;
  else
    words = event.city;
  if (event.online) words += words.empty() ? "en ligne" : ", et en ligne";
  return words;
}

}  // namespace

Week Week::of(year_month_day day) {
  const sys_days date(day);
  return {date - (weekday(date) - Monday)};
}
paris::Instant Week::starts() const {
  return paris::instant(begins());
}
paris::Instant Week::ends() const {
  return plus(1).starts();
}
std::string Week::words() const {
  const year_month_day first(monday), last(monday + days(6));
  auto from = french::whole_day(first);
  if (first.month() == last.month()) from.resize(from.rfind("\u00a0"));
  return "Semaine du " + from + " au " + french::long_day(last);
}

std::vector<WeekDay> week_days(const std::vector<WeekEvent>& events, const Week& week, Audience audience) {
  std::vector<WeekDay> all;
  for (const auto& event : events) {
    const auto& when = event.when;
    if (when.until() <= week.begins() || when.from() >= week.plus(1).begins()) continue;
    if (when.from() < week.begins() && same_night(when)) continue;
    const year_month_day day(floor<days>(std::max(when.from(), week.begins())));
    if (all.empty() || all.back().day != day) all.push_back({day, {}});
    all.back().lines.push_back({event.id, words(when, week), event.title, place(event, audience)});
  }
  return all;
}

std::string week_text(const std::string& section, const Week& week, const std::vector<WeekDay>& all, Audience audience,
                      const std::string& base) {
  std::string text = section + "\n" + week.words() + "\n";
  for (const auto& day : all) {
    auto name = french::whole_day(day.day);
    name.front() = static_cast<char>(name.front() - 'a' + 'A');  // names of days begin with a plain letter
    text += "\n" + name + "\n";
    for (const auto& line : day.lines) {
      text += "• " + line.title + ", " + line.when + "\n";
      if (!line.place.empty()) text += "  " + line.place + "\n";
      if (audience == Audience::members) text += "  " + base + "/evenements/" + std::to_string(line.id.number()) + "\n";
    }
  }
  return text;
}

}  // namespace sections
