#include "sections/week_text.hpp"

#include <algorithm>

#include "core/text/french.hpp"

namespace sections {
namespace {

using namespace std::chrono;

constexpr auto night_ends = 6h;

std::string hour(paris::Instant instant) {
  const auto local = paris::local(instant);
  auto words = french::short_hour(local);
  // The hour that the clocks show twice, at the end of October.
  if (const auto both = paris::instants(local); both.found == paris::Instants::Found::twice)
    words += instant == both.first ? " (heure d’été)" : " (heure d’hiver)";
  return words;
}

// "une heure du matin" still belongs to the evening before.
bool same_night(paris::Instant starts, paris::Instant ends) {
  const auto midnight = floor<days>(paris::local(starts)) + days(1);
  return paris::local(ends) <= midnight + night_ends;
}

std::string when(const WeekEvent& event, const Week& week) {
  const bool same_day = paris::day(event.starts) == paris::day(event.ends);
  if (same_day || (event.starts >= week.starts() && same_night(event.starts, event.ends))) {
    const auto words = "de\u00a0" + hour(event.starts) + " à\u00a0";
    if (same_day) return words + hour(event.ends);
    const bool midnight = paris::local(event.ends).time_since_epoch() % days(1) == 0s;
    return words + (midnight ? "minuit" : hour(event.ends) + " du matin");
  }
  const auto until = "jusqu’au " + french::whole_day(paris::day(event.ends)) + " à\u00a0" + hour(event.ends);
  if (event.starts < week.starts()) return "depuis le " + french::whole_day(paris::day(event.starts)) + ", " + until;
  return "à partir de\u00a0" + hour(event.starts) + ", " + until;
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
  return paris::instant(local_days(monday.time_since_epoch()));
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
    if (event.starts < week.starts() && same_night(event.starts, event.ends)) continue;
    const auto day = paris::day(std::max(event.starts, week.starts()));
    if (all.empty() || all.back().day != day) all.push_back({day, {}});
    all.back().lines.push_back({event.id, when(event, week), event.title, place(event, audience)});
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
