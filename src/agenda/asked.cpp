#include "agenda/asked.hpp"

#include "events/filter.hpp"

namespace agenda {
namespace {

using namespace std::chrono;

constexpr year first_year{2000}, last_year{2200};

View view_asked(const std::string& word) {
  if (word == "mois") return View::month;
  if (word == "semaine") return View::week;
  return View::list;
}

sys_days monday_before(sys_days day) {
  return day - (weekday(day) - Monday);
}

}  // namespace

Asked asked(const gate::Visit& v, events::Place tab) {
  const auto today = paris::day(events::now());
  const auto day = paris::parse_date(v.query("jour"));
  const bool sensible = day && day->year() >= first_year && day->year() <= last_year;
  return {.tab = tab,
          .circle = std::string(events::circle_code(events::circle_filter(v))),
          .within = events::circle_filter(v),
          .view = view_asked(v.query("vue")),
          .day = sensible ? *day : today,
          .today = today,
          .past = v.query("passe") == "oui",
          .after = events::page_start(v)};
}

std::string Asked::query() const {
  std::string words = circle.empty() ? "" : "cercle=" + circle;
  const auto add = [&](const std::string& word) { words += (words.empty() ? "" : "&") + word; };
  if (view == View::list) {
    if (past) add("passe=oui");
    if (after > 0) add("apres=" + std::to_string(after));
  } else {
    add(view == View::month ? "vue=mois" : "vue=semaine");
    if (day != today) add("jour=" + paris::date_value(day));
  }
  return words.empty() ? words : "?" + words;
}

std::string Asked::way_back() const {
  std::string part;
  const auto words = query();
  if (!words.empty()) html::escape_url_part(part, std::string_view(words).substr(1));
  return part;
}

html::Url Asked::link() const {
  return html::Url::local(events::path(tab) + query());
}

Asked Asked::in(View other) const {
  auto same = *this;
  same.view = other;
  same.past = false;
  same.after = 0;
  return same;
}
Asked Asked::on(year_month_day other) const {
  auto same = *this;
  same.day = other;
  return same;
}
Asked Asked::from(events::Place other) const {
  auto same = in(view);
  same.tab = other;
  same.circle.clear();
  return same;
}
Asked Asked::of(std::string_view other_circle) const {
  auto same = in(view);
  same.circle = other_circle;
  return same;
}

Span span(const Asked& asked) {
  if (asked.view == View::week) return {monday_before(asked.day), 1};
  const auto first = monday_before(asked.day.year() / asked.day.month() / 1);
  const sys_days last = asked.day.year() / asked.day.month() / std::chrono::last;
  return {first, static_cast<int>((last - first).count() / 7 + 1)};
}

// A month that is gone to shows its first day, or today where that lies in it.
Asked further(const Asked& asked, int periods) {
  if (asked.view == View::week) return asked.on(year_month_day(sys_days(asked.day) + days(7 * periods)));
  const auto month = asked.day.year() / asked.day.month() + months(periods);
  const bool now = month == asked.today.year() / asked.today.month();
  return asked.on(now ? asked.today : month / 1);
}

}  // namespace agenda
