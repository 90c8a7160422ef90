#include "sections/week.hpp"

#include "events/card.hpp"
#include "sections/week_view.hpp"

namespace sections {
namespace {

struct Row {
  EventId id;
  std::string kind, title;
  pg::Time starts_at, ends_at;
  std::string time_zone;
  bool all_day;
  std::string address, postcode, city;
  bool online;
};
const pg::Statement<Row(SpaceId, pg::Time, pg::Time, bool)> events_of_week{"sections.week", R"(
  select e.id, e.kind, e.title, e.starts_at, e.ends_at, e.time_zone, e.all_day, e.address, e.postcode, e.city, e.online_url is not null
    from section_week($1, $2, $3, $4) as found (id) join event e on e.id = found.id order by e.starts_at, e.id)"};

constexpr std::chrono::year first_year{2000}, last_year{2200};

std::chrono::year_month_day asked_day(const gate::Visit& v) {
  const auto day = paris::parse_date(v.query("semaine"));
  return day && day->year() >= first_year && day->year() <= last_year ? *day : paris::day(events::now());
}

}  // namespace

http::Response show_week(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto week = Week::of(asked_day(v));
  const auto audience = v.query("pour") == "membres" ? Audience::members : Audience::everybody;
  const auto section = v.one(section_name, id);
  // A day on either side: Monday comes later overseas, and earlier in the Pacific.
  constexpr std::chrono::days around(1);
  const auto rows =
      v.all(events_of_week, id, week.starts() - around, week.ends() + around, audience == Audience::members);
  v.ask();
  std::vector<WeekEvent> found;
  for (const auto& e : *rows)
    found.push_back({e.id, e.kind, e.title, french::when(e), e.address, e.postcode, e.city, e.online});
  WeekPage page{*section, week, audience, week_days(found, week, audience), {}};
  page.text = week_text(section_words(section->name), week, page.days, audience, v.services.settings.base_url);
  return v.page({.title = "La semaine · " + section->name, .here = ui::Key::section},
                [&](html::Out& out) { week_page(out, page); });
}

}  // namespace sections
