#include "core/clock.hpp"

#include <gtest/gtest.h>

using namespace std::chrono_literals;
using paris::Instants;
using std::chrono::local_days;
using std::chrono::sys_days;

namespace {
std::chrono::year_month_day date(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}
}  // namespace

TEST(Clock, WinterIsOneHourAheadAndSummerTwo) {
  EXPECT_EQ(paris::local(sys_days(date(2026, 1, 15)) + 12h), local_days(date(2026, 1, 15)) + 13h);
  EXPECT_EQ(paris::local(sys_days(date(2026, 7, 15)) + 22h + 30min), local_days(date(2026, 7, 16)) + 30min);
  EXPECT_EQ(paris::day(sys_days(date(2026, 7, 15)) + 22h + 30min), date(2026, 7, 16));
}

TEST(Clock, E03_TheHourOfTheMarchNightDoesNotExist) {
  const auto skipped = paris::instants(local_days(date(2026, 3, 29)) + 2h + 30min);
  EXPECT_EQ(skipped.found, Instants::Found::never);
  EXPECT_EQ(skipped.first, sys_days(date(2026, 3, 29)) + 1h) << "the clocks jump at one o'clock, universal time";
  EXPECT_EQ(paris::instants(local_days(date(2026, 3, 29)) + 2h).found, Instants::Found::never);
  EXPECT_EQ(paris::instants(local_days(date(2026, 3, 29)) + 2h - 1s).found, Instants::Found::once);
  const auto after = paris::instants(local_days(date(2026, 3, 29)) + 3h);
  EXPECT_EQ(after.found, Instants::Found::once);
  EXPECT_EQ(after.first, sys_days(date(2026, 3, 29)) + 1h);
}

TEST(Clock, E03_TheHourOfTheOctoberNightExistsTwice) {
  const auto doubled = paris::instants(local_days(date(2026, 10, 25)) + 2h + 30min);
  EXPECT_EQ(doubled.found, Instants::Found::twice);
  EXPECT_EQ(doubled.first, sys_days(date(2026, 10, 25)) + 30min);
  EXPECT_EQ(doubled.second, sys_days(date(2026, 10, 25)) + 1h + 30min);
  EXPECT_EQ(paris::instants(local_days(date(2026, 10, 25)) + 3h).found, Instants::Found::once);
  EXPECT_EQ(paris::instants(local_days(date(2026, 10, 25)) + 2h - 1s).found, Instants::Found::once);
}

TEST(Clock, EveryHourOfAYearComesBackFromLocalTime) {
  for (auto at = sys_days(date(2026, 1, 1)) + 0s; at < sys_days(date(2027, 1, 1)); at += 1h) {
    const auto back = paris::instants(paris::local(at));
    ASSERT_TRUE(back.first == at || back.second == at) << paris::machine(at);
    ASSERT_NE(back.found, Instants::Found::never) << paris::machine(at);
  }
}

TEST(Clock, ReadsWhatFormsSendAndNothingElse) {
  EXPECT_EQ(paris::parse_local("2026-03-29", "02:30"), local_days(date(2026, 3, 29)) + 2h + 30min);
  EXPECT_EQ(paris::parse_local("2026-03-29", "02:30:00"), local_days(date(2026, 3, 29)) + 2h + 30min);
  for (const auto* day : {"", "2026-02-29", "2026-13-01", "29/03/2026", "2026-3-29", "-026-03-29", "2026-03-2x"})
    EXPECT_FALSE(paris::parse_local(day, "10:00")) << day;
  for (const auto* time : {"", "24:00", "10:60", "1000", "10h00", "-1:00", "10:0x"})
    EXPECT_FALSE(paris::parse_local("2026-03-29", time)) << time;
}

TEST(Clock, WritesWhatFieldsAndMachinesRead) {
  const auto at = sys_days(date(2026, 3, 29)) + 1h + 30min;
  EXPECT_EQ(paris::machine(at), "2026-03-29T01:30:00Z");
  EXPECT_EQ(paris::date_value(paris::day(at)), "2026-03-29");
  EXPECT_EQ(paris::time_value(paris::local(at)), "03:30");
}
