// Which days «Ce week-end» and the others are, as the clocks of Paris cut them.

#include "events/directory/asked.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono;
using events::Asked;
using events::When;

paris::Instant at(std::string_view date, std::string_view time = "12:00") {
  return paris::instant(*paris::parse_local(date, time));
}
std::pair<std::string, std::string> days_of(When when, std::string_view date, std::string_view time = "12:00") {
  const auto [from, until] = events::window({.when = when}, at(date, time));
  // Both at midnight: the hour would show otherwise.
  return {paris::date_value(paris::day(*from)) + paris::time_value(paris::local(*from)),
          paris::date_value(paris::day(*until)) + paris::time_value(paris::local(*until))};
}
using Days = std::pair<std::string, std::string>;

TEST(EventsAsked, E09_TodayTheWeekTheWeekEndAndAMonthBeginTodayAtTheEarliest) {
  EXPECT_EQ(days_of(When::today, "2026-11-25", "23:59"), Days("2026-11-2500:00", "2026-11-2600:00"));
  EXPECT_EQ(days_of(When::week, "2026-11-25"), Days("2026-11-2500:00", "2026-11-3000:00"));
  EXPECT_EQ(days_of(When::weekend, "2026-11-25"), Days("2026-11-2800:00", "2026-11-3000:00"));
  EXPECT_EQ(days_of(When::weekend, "2026-11-29"), Days("2026-11-2900:00", "2026-11-3000:00"));  // a Sunday
  EXPECT_EQ(days_of(When::week, "2026-11-30"), Days("2026-11-3000:00", "2026-12-0700:00"));     // a Monday
  EXPECT_EQ(days_of(When::month, "2027-01-31"), Days("2027-01-3100:00", "2027-03-0100:00"));
}

TEST(EventsAsked, E09_TheNightWhenClocksChangeIsOfItsDay) {
  EXPECT_EQ(days_of(When::weekend, "2026-10-24"), Days("2026-10-2400:00", "2026-10-2600:00"));
  const auto [from, until] = events::window({.when = When::weekend}, at("2026-10-24"));
  EXPECT_EQ(*until - *from, hours(49));
}

TEST(EventsAsked, E09_DaysOfOnesOwnAreBothIncludedAndOneMayBeLeftOut) {
  Asked asked{.when = When::days};
  asked.until = *paris::parse_date("2026-12-24");
  const auto [from, until] = events::window(asked, at("2026-11-25"));
  EXPECT_FALSE(from);
  EXPECT_EQ(*until, at("2026-12-25", "00:00"));
}

TEST(EventsAsked, E09_AnAddressHoldsWhatWasAskedForAndNothingElse) {
  EXPECT_EQ(events::url({}).text(), "/evenements");
  Asked asked{.words = "porte à porte",
              .kind = "missions",
              .circle = "section",
              .when = When::weekend,
              .kilometres = 25,
              .commune = "25056"};
  EXPECT_EQ(
      events::url(asked, 12).text(),
      "/evenements?q=porte%20%C3%A0%20porte&type=missions&cercle=section&quand=week-end&km=25&commune=25056&apres=12");
}

}  // namespace
