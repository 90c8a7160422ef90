#include "events/directory/asked.hpp"

#include <algorithm>
#include <utility>

#include "core/json.hpp"
#include "core/utf8.hpp"
#include "events/filter.hpp"
#include "ui/kind.hpp"

namespace events {
namespace {

using namespace std::chrono;

constexpr size_t longest = 80;  // characters of what is typed
constexpr std::array whens{When::today, When::week, When::weekend, When::month};

paris::Instant begin(year_month_day day) {
  return paris::instant(local_days(day));
}

// The day itself in a month that has it, else the last one.
sys_days a_month_after(year_month_day day) {
  const auto same = day + months(1);
  return same.ok() ? sys_days(same) : sys_days(same.year() / same.month() / last);
}

}  // namespace

std::string_view code(When when) {
  switch (when) {
    case When::today:
      return "aujourdhui";
    case When::week:
      return "semaine";
    case When::weekend:
      return "week-end";
    case When::month:
      return "mois";
    case When::any:
    case When::days:
      break;
  }
  return "";
}

Asked asked(const gate::Visit& v) {
  Asked asked{.words = v.query("q"), .circle = circle_filter(v), .commune = v.query("commune")};
  if (utf8::length(asked.words) > longest) asked.words.clear();
  const auto kind = v.query("type");
  if (kind == "missions" || kind == "reunions" || ui::kind_of(kind)) asked.kind = kind;
  for (const auto when : whens)
    if (v.query("quand") == code(when)) asked.when = when;
  asked.from = paris::parse_date(v.query("du"));
  asked.until = paris::parse_date(v.query("au"));
  if (asked.from && asked.until && *asked.until < *asked.from) std::swap(asked.from, asked.until);
  if (asked.from || asked.until) asked.when = When::days;
  for (const int distance : directory_distances)
    if (v.query("km") == std::to_string(distance)) asked.kilometres = distance;
  return asked;
}

std::string query(const Asked& asked) {
  std::string text;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    text += text.empty() ? '?' : '&';
    text.append(name) += '=';
    html::escape_url_part(text, value);
  };
  add("q", asked.words);
  add("type", asked.kind);
  add("cercle", circle_code(asked.circle));
  add("quand", code(asked.when));
  if (asked.from) add("du", paris::date_value(*asked.from));
  if (asked.until) add("au", paris::date_value(*asked.until));
  if (asked.kilometres > 0) add("km", std::to_string(asked.kilometres));
  add("commune", asked.commune);
  return text;
}

html::Url url(const Asked& asked, std::int64_t after) {
  auto text = query(asked);
  if (after > 0) text += (text.empty() ? "?apres=" : "&apres=") + std::to_string(after);
  return html::Url::local(std::string(directory_path) + text);
}

Window window(const Asked& asked, paris::Instant now) {
  const auto today = sys_days(paris::day(now));
  const auto monday = today + days(7) - (weekday(today) - Monday);  // the next one
  switch (asked.when) {
    case When::any:
      return {};
    case When::today:
      return {begin(today), begin(today + days(1))};
    case When::week:
      return {begin(today), begin(monday)};
    case When::weekend:
      return {begin(std::max(today, monday - days(2))), begin(monday)};
    case When::month:
      return {begin(today), begin(a_month_after(today) + days(1))};
    case When::days:
      break;
  }
  Window own;
  if (asked.from) own.from = begin(*asked.from);
  if (asked.until) own.until = begin(sys_days(*asked.until) + days(1));
  return own;
}

std::string condition(const Asked& asked, paris::Instant now) {
  const auto [from, until] = window(asked, now);
  const std::string kind = asked.kind == "reunions" ? "meetings" : asked.kind;
  // A time before all others, and one after them.
  return json::object({{"words", asked.words},
                       {"kind", kind},
                       {"circle", asked.circle},
                       {"from", from ? paris::machine(*from) : "-infinity"},
                       {"until", until ? paris::machine(*until) : "infinity"},
                       {"metres", std::int64_t{asked.kilometres} * 1000},
                       {"commune", asked.commune}});
}

}  // namespace events
