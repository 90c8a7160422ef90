#include "events/series/plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using std::chrono::local_days;
using std::chrono::sys_days;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto now = sys_days(2027y / 1 / 4) + 12h;  // a Monday
calendar::Recurrence recurrence(const std::string& rule, std::chrono::year_month_day first) {
  return {rule, local_days(first) + 18h + 30min, "Europe/Paris"};
}
constexpr calendar::Local nothing{};

TEST(SeriesPlan, E03_ASeasonAheadAndNothingPast) {
  const auto weekly = events::plan(recurrence("FREQ=WEEKLY;BYDAY=TU", 2026y / 9 / 1), nothing, now);
  ASSERT_EQ(weekly.starts.size(), 13);
  EXPECT_EQ(weekly.starts.front(), sys_days(2027y / 1 / 5) + 17h + 30min);
  EXPECT_EQ(weekly.starts.back(), sys_days(2027y / 3 / 30) + 16h + 30min) << "after the change of time";
  EXPECT_FALSE(weekly.finished);
  EXPECT_THAT(events::plan(recurrence("FREQ=WEEKLY;BYDAY=TU", 2026y / 9 / 1), weekly.made_to, now + 168h).starts,
              ElementsAre(sys_days(2027y / 4 / 6) + 16h + 30min))
      << "a week later one more, after those that are made";
}

TEST(SeriesPlan, E03_NeverLessThanTheNextTwo) {
  const auto yearly = events::plan(recurrence("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1", 2026y / 5 / 1), nothing, now);
  EXPECT_THAT(yearly.starts, ElementsAre(sys_days(2027y / 5 / 1) + 16h + 30min, sys_days(2028y / 5 / 1) + 16h + 30min));
  EXPECT_EQ(yearly.made_to, local_days(2028y / 5 / 1) + 18h + 30min);
}

TEST(SeriesPlan, E03_ARuleThatEndsIsFinished) {
  const auto ending =
      events::plan(recurrence("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270119T225959Z", 2027y / 1 / 5), nothing, now);
  EXPECT_EQ(ending.starts.size(), 3);
  EXPECT_TRUE(ending.finished);
  const auto over =
      events::plan(recurrence("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261219T225959Z", 2026y / 9 / 1), nothing, now);
  EXPECT_THAT(over.starts, IsEmpty());
  EXPECT_TRUE(over.finished);
}

}  // namespace
