#include "events/series/repeat.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/text/french.hpp"

namespace events {
namespace {

using namespace std::chrono;
using calendar::Rule;

constexpr int fewest_times = 2, most_times = 200;
constexpr auto longest = years(3);
constexpr std::array<std::string_view, 7> day_codes{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
constexpr std::array<std::string_view, 7> day_names{"dimanche", "lundi",    "mardi", "mercredi",
                                                    "jeudi",    "vendredi", "samedi"};
constexpr int last_of_month = 31, last_of_february = 29, fifth = 5;

std::string_view code(weekday day) {
  return day_codes[day.c_encoding()];
}
std::string name(weekday day) {
  return std::string(day_names[day.c_encoding()]);
}

// "mardi 30 juin" without its weekday.
std::string day_and_month(year_month_day date) {
  constexpr std::string_view space = "\u00a0";
  const auto words = french::whole_day(date);
  return words.substr(words.find(space) + space.size());
}

local_days date_of(calendar::Local local) {
  return floor<days>(local);
}
sys_seconds end_of(local_days day, const std::string& zone) {
  return calendar::instant(day + days(1) - seconds(1), zone);
}

void read_days(Rule& rule, const TypedRepeat& typed, weekday first, ui::Errors& errors) {
  for (unsigned i = 1; i <= day_codes.size(); ++i) {  // from Monday
    const weekday one(i % day_codes.size());
    if (std::ranges::find(typed.days, code(one)) != typed.days.end()) rule.days.push_back(one);
  }
  if (rule.days.empty()) rule.days.push_back(first);
  if (std::ranges::find(rule.days, first) == rule.days.end())
    errors.add("repeat_day", "Le premier rendez-vous est un " + name(first) + ". Coche aussi le " + name(first) +
                                 ", ou choisis un autre début.");
}

std::optional<Rule> read_every(const TypedRepeat& typed, local_days first, ui::Errors& errors) {
  const year_month_day date(first);
  const weekday on(first);
  Rule rule;
  if (typed.every == "week" || typed.every == "two_weeks") {
    rule.interval = typed.every == "week" ? 1 : 2;
    read_days(rule, typed, on, errors);
  } else if (typed.every == "month_day") {
    rule.every = Rule::Every::month_day;
    rule.day = static_cast<int>(unsigned{date.day()});
  } else if (typed.every == "month_weekday" || typed.every == "month_last") {
    rule.every = Rule::Every::month_weekday;
    rule.days = {on};
    const bool is_last = year_month_day(first + weeks(1)).month() != date.month();
    const int nth = static_cast<int>((unsigned{date.day()} - 1) / 7 + 1);
    if (typed.every == "month_last" && !is_last)
      errors.add("repeat", "Le " + day_and_month(date) + " n’est pas le dernier " + name(on) +
                               " du mois. Choisis un autre début, ou une autre répétition.");
    // Not every month has a fifth one: it is the last.
    rule.nth = typed.every == "month_last" || nth == fifth ? -1 : nth;
  } else if (typed.every == "year") {
    rule.every = Rule::Every::year;
    rule.day = static_cast<int>(unsigned{date.day()});
    rule.month = static_cast<int>(unsigned{date.month()});
  } else {
    return std::nullopt;
  }
  return rule;
}

void read_until(Rule& rule, const TypedRepeat& typed, calendar::Local start, const std::string& zone,
                ui::Errors& errors) {
  const auto date = paris::parse_date(typed.until);
  const auto latest = date_of(start) + longest;
  if (!date)
    errors.add("repeat_until", "Cette date n’existe pas. Écris par exemple 30/06/2027.");
  else if (local_days(*date) <= date_of(start))
    errors.add("repeat_until",
               "Choisis une dernière date après le " + french::long_day(year_month_day(date_of(start))) + ".");
  else if (local_days(*date) > latest)
    errors.add("repeat_until", "Trois ans au plus : choisis une date jusqu’au " +
                                   french::long_day(year_month_day(floor<days>(latest))) +
                                   ", ou laisse vide, la série continue alors jusqu’à ce que tu l’arrêtes.");
  else
    rule.until = end_of(local_days(*date), zone);
}

void read_times(Rule& rule, const TypedRepeat& typed, calendar::Local start, const std::string& zone,
                ui::Errors& errors) {
  int times = 0;
  const auto& text = typed.times;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), times);
  if (fault != std::errc{} || end != text.data() + text.size() || times < fewest_times || times > most_times) {
    errors.add("repeat_times", "Indique un nombre de dates, de 2 à 200, la première comprise.");
    return;
  }
  const auto found = calendar::starts({calendar::write(rule), start, zone}, start - seconds(1),
                                      start + years(most_times), static_cast<size_t>(times));
  if (!found.empty()) rule.until = end_of(date_of(found.back()), zone);
}

std::string days_words(const std::vector<weekday>& days) {
  std::vector<std::string> names;
  for (const auto day : days) names.push_back(name(day));
  return french::list(names);
}

std::string month_words(const Rule& rule) {
  if (rule.every == Rule::Every::month_weekday) {
    const auto which = rule.nth < 0    ? std::string("dernier")
                       : rule.nth == 1 ? std::string("1er")
                                       : std::to_string(rule.nth) + "e";
    return "Le " + which + " " + name(rule.days.front()) + " de chaque mois";
  }
  if (rule.day == last_of_month) return "Le dernier jour de chaque mois";
  auto words = "Le " + (rule.day == 1 ? std::string("1er") : std::to_string(rule.day)) + " de chaque mois";
  if (rule.day >= last_of_february) words += " (le dernier jour en février)";
  return words;
}

std::string every_words(const Rule& rule, local_days first) {
  switch (rule.every) {
    case Rule::Every::week:
      if (rule.interval == 1)
        return rule.days.size() == day_codes.size() ? "Chaque jour" : "Chaque " + days_words(rule.days);
      if (rule.days.size() == 1) return "Un " + days_words(rule.days) + " sur deux";
      return "Une semaine sur deux, " + days_words(rule.days);
    case Rule::Every::year:
      if (rule.month == 2 && rule.day == last_of_february) return "Chaque année, le dernier jour de février";
      return "Chaque année, le " + day_and_month(year_month_day(first));
    default:
      return month_words(rule);
  }
}

}  // namespace

std::optional<Rule> read_repeat(const TypedRepeat& typed, calendar::Local start, const std::string& zone,
                                ui::Errors& errors) {
  const auto errors_before = errors.list().size();
  auto rule = read_every(typed, date_of(start), errors);
  if (!rule) return std::nullopt;
  if (!typed.until.empty() && !typed.times.empty())
    errors.add("repeat_times", "Choisis une dernière date ou un nombre de fois, pas les deux.");
  else if (!typed.until.empty())
    read_until(*rule, typed, start, zone, errors);
  else if (!typed.times.empty())
    read_times(*rule, typed, start, zone, errors);
  if (errors.list().size() > errors_before) return std::nullopt;
  const auto two = calendar::starts({calendar::write(*rule), start, zone}, start - seconds(1), start + years(9), 2);
  if (two.size() < 2) {
    errors.add("repeat_until", "D’ici là il n’y aurait qu’une seule date. Choisis une fin plus lointaine.");
    return std::nullopt;
  }
  return rule;
}

TypedRepeat typed_repeat(const calendar::Recurrence& recurrence) {
  const auto rule = calendar::read_rule(recurrence.rule);
  TypedRepeat typed;
  if (!rule) return typed;
  switch (rule->every) {
    case Rule::Every::week:
      typed.every = rule->interval == 1 ? "week" : "two_weeks";
      // One day alone is that of the start, and follows it.
      if (rule->days.size() > 1)
        for (const auto day : rule->days) typed.days.emplace_back(code(day));
      break;
    case Rule::Every::month_day:
      typed.every = "month_day";
      break;
    case Rule::Every::month_weekday:
      typed.every = rule->nth < 0 ? "month_last" : "month_weekday";
      break;
    case Rule::Every::year:
      typed.every = "year";
  }
  if (rule->until)
    typed.until = paris::date_value(year_month_day(date_of(calendar::local(*rule->until, recurrence.zone))));
  return typed;
}

std::string rhythm(const calendar::Recurrence& recurrence, bool all_day) {
  const auto rule = calendar::read_rule(recurrence.rule);
  if (!rule) return {};
  const auto first = date_of(recurrence.first);
  auto words = every_words(*rule, first);
  if (!all_day) words += " à " + french::hour(recurrence.first);
  if (!rule->until) return words;
  const year_month_day last(date_of(calendar::local(*rule->until, recurrence.zone)));
  words += ", jusqu’au " + day_and_month(last);
  if (last.year() != year_month_day(first).year()) words += " " + std::to_string(int{last.year()});
  return words;
}

std::string ended_before(const calendar::Recurrence& recurrence, calendar::Local start) {
  auto rule = calendar::read_rule(recurrence.rule);
  if (!rule) return recurrence.rule;
  rule->until = end_of(date_of(start) - days(1), recurrence.zone);
  return calendar::write(*rule);
}

}  // namespace events
