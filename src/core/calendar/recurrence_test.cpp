#include "core/calendar/recurrence.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/calendar/rule.hpp"

namespace {

using namespace std::chrono_literals;
using calendar::Rule;
using std::chrono::local_days;
using std::chrono::sys_days;
using testing::ElementsAre;

const std::string paris = "Europe/Paris";
constexpr auto ever = local_days(2100y / 1 / 1);

std::vector<calendar::Local> starts(const Rule& rule, calendar::Local first, size_t most) {
  return calendar::starts({calendar::write(rule), first, paris}, first - 1s, ever, most);
}
auto day(std::chrono::year_month_day date) {
  return local_days(date) + 18h + 30min;
}

TEST(Recurrence, E03_RulesAreWrittenAndReadBack) {
  const std::vector<std::pair<Rule, std::string>> rules{
      {{.days = {std::chrono::Tuesday}}, "FREQ=WEEKLY;BYDAY=TU"},
      {{.interval = 2, .days = {std::chrono::Tuesday, std::chrono::Sunday}, .until = sys_days(2027y / 6 / 30) + 21h},
       "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;UNTIL=20270630T210000Z"},
      {{.every = Rule::Every::month_weekday, .days = {std::chrono::Tuesday}, .nth = -1}, "FREQ=MONTHLY;BYDAY=-1TU"},
      {{.every = Rule::Every::month_day, .day = 14}, "FREQ=MONTHLY;BYMONTHDAY=14"},
      {{.every = Rule::Every::month_day, .day = 30}, "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"},
      {{.every = Rule::Every::month_day, .day = 31}, "FREQ=MONTHLY;BYMONTHDAY=-1"},
      {{.every = Rule::Every::year, .day = 31, .month = 5}, "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31"},
      {{.every = Rule::Every::year, .day = 29, .month = 2}, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"}};
  for (const auto& [rule, text] : rules) {
    EXPECT_EQ(calendar::write(rule), text);
    EXPECT_EQ(calendar::read_rule(text), rule) << text;
  }
  for (const char* other : {"", "FREQ=DAILY", "FREQ=MONTHLY", "FREQ=WEEKLY;COUNT=3", "FREQ=MONTHLY;BYDAY=TU",
                            "FREQ=WEEKLY;UNTIL=20271399T000000Z"})
    EXPECT_FALSE(calendar::read_rule(other)) << other;
}

TEST(Recurrence, E03_TheLastDayOfAMonthStandsForADayItHasNot) {
  EXPECT_THAT(starts({.every = Rule::Every::month_day, .day = 30}, day(2026y / 12 / 30), 4),
              ElementsAre(day(2026y / 12 / 30), day(2027y / 1 / 30), day(2027y / 2 / 28), day(2027y / 3 / 30)));
  EXPECT_THAT(starts({.every = Rule::Every::month_day, .day = 31}, day(2027y / 1 / 31), 4),
              ElementsAre(day(2027y / 1 / 31), day(2027y / 2 / 28), day(2027y / 3 / 31), day(2027y / 4 / 30)));
  EXPECT_THAT(starts({.every = Rule::Every::year, .day = 29, .month = 2}, day(2028y / 2 / 29), 2),
              ElementsAre(day(2028y / 2 / 29), day(2029y / 2 / 28)));
}

TEST(Recurrence, E03_WeekdaysOfAMonthAndOfEverySecondWeek) {
  EXPECT_THAT(
      starts({.every = Rule::Every::month_weekday, .days = {std::chrono::Tuesday}, .nth = -1}, day(2027y / 3 / 30), 3),
      ElementsAre(day(2027y / 3 / 30), day(2027y / 4 / 27), day(2027y / 5 / 25)))
      << "a fifth Tuesday is the last one";
  EXPECT_THAT(starts({.interval = 2, .days = {std::chrono::Tuesday, std::chrono::Thursday}}, day(2027y / 1 / 5), 4),
              ElementsAre(day(2027y / 1 / 5), day(2027y / 1 / 7), day(2027y / 1 / 19), day(2027y / 1 / 21)));
}

TEST(Recurrence, E03_UntilTakesTheLastDayWhole) {
  // The end of 5 January in Paris; an hour before midnight it is already that day's last start.
  const Rule rule{.days = {std::chrono::Tuesday}, .until = sys_days(2027y / 1 / 5) + 22h + 59min + 59s};
  const auto late = local_days(2026y / 12 / 29) + 23h + 30min;
  EXPECT_THAT(starts(rule, late, 9), ElementsAre(late, local_days(2027y / 1 / 5) + 23h + 30min));
}

TEST(Recurrence, E03_OnlyWhatIsAskedFor) {
  const calendar::Recurrence weekly{"FREQ=WEEKLY;BYDAY=TU", day(2027y / 1 / 5), paris};
  EXPECT_THAT(calendar::starts(weekly, day(2027y / 1 / 12), day(2027y / 1 / 26), 9),
              ElementsAre(day(2027y / 1 / 19), day(2027y / 1 / 26)));
  EXPECT_TRUE(calendar::starts({"no rule", weekly.first, paris}, weekly.first, ever, 9).empty());
}

TEST(Recurrence, E03_TheClockStaysWhenSavingTimeChanges) {
  const auto spring = starts({.days = {std::chrono::Sunday}}, day(2027y / 3 / 21), 3);
  ASSERT_EQ(spring.size(), 3);
  EXPECT_EQ(calendar::instant(spring[0], paris), sys_days(2027y / 3 / 21) + 17h + 30min);
  EXPECT_EQ(calendar::instant(spring[1], paris), sys_days(2027y / 3 / 28) + 16h + 30min);
  const auto autumn = starts({.days = {std::chrono::Sunday}}, day(2027y / 10 / 24), 2);
  EXPECT_EQ(calendar::instant(autumn[0], paris), sys_days(2027y / 10 / 24) + 16h + 30min);
  EXPECT_EQ(calendar::instant(autumn[1], paris), sys_days(2027y / 10 / 31) + 17h + 30min);
}

TEST(Recurrence, E03_TheTwoNightsOfTheChange) {
  EXPECT_EQ(calendar::instant(local_days(2027y / 3 / 28) + 2h + 30min, paris), sys_days(2027y / 3 / 28) + 1h + 30min)
      << "skipped: 3 h 30 by the new clock";
  EXPECT_EQ(calendar::instant(local_days(2027y / 10 / 31) + 2h + 30min, paris), sys_days(2027y / 10 / 31) + 0h + 30min)
      << "twice: the first";
  EXPECT_EQ(calendar::local(sys_days(2027y / 6 / 1) + 12h, "America/Guadeloupe"), local_days(2027y / 6 / 1) + 8h);
}

TEST(Recurrence, E03_AFileCanSayWhatItsZoneIs) {
  const auto zone = calendar::zone_component(paris, sys_days(2027y / 1 / 5));
  EXPECT_THAT(zone, testing::StartsWith("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"));
  EXPECT_THAT(zone, testing::HasSubstr("TZOFFSETTO:+0200\r\n"));
  EXPECT_THAT(zone, testing::EndsWith("END:VTIMEZONE\r\n"));
}

}  // namespace
