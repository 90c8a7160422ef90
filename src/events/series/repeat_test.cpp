#include "events/series/repeat.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using events::TypedRepeat;
using std::chrono::local_days;

const std::string paris = "Europe/Paris";
constexpr auto tuesday = local_days(2027y / 1 / 12) + 18h + 30min;  // the second of the month

std::string rule(const TypedRepeat& typed, calendar::Local start = tuesday) {
  ui::Errors errors;
  const auto rule = events::read_repeat(typed, start, paris, errors);
  return rule ? calendar::write(*rule) : errors.empty() ? "" : std::string(errors.list().front().second);
}
std::string words(const TypedRepeat& typed, calendar::Local start = tuesday) {
  return events::rhythm({rule(typed, start), start, paris});
}

TEST(Repeat, E03_WhatIsTypedIsARuleAndIsSaidBack) {
  EXPECT_EQ(rule({}), "") << "never";
  EXPECT_EQ(words({.every = "week", .until = "2027-06-30"}), "Chaque mardi à 18\u00a0h\u00a030, jusqu’au 30\u00a0juin");
  EXPECT_EQ(words({.every = "week", .days = {"TH", "TU"}}), "Chaque mardi et jeudi à 18\u00a0h\u00a030");
  EXPECT_EQ(words({.every = "week", .days = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"}}),
            "Chaque jour à 18\u00a0h\u00a030");
  EXPECT_EQ(words({.every = "two_weeks"}), "Un mardi sur deux à 18\u00a0h\u00a030");
  EXPECT_EQ(words({.every = "month_day"}), "Le 12 de chaque mois à 18\u00a0h\u00a030");
  EXPECT_EQ(words({.every = "month_day"}, local_days(2027y / 1 / 30) + 9h),
            "Le 30 de chaque mois (le dernier jour en février) à 9\u00a0h\u00a000");
  EXPECT_EQ(words({.every = "month_day"}, local_days(2027y / 1 / 31) + 9h),
            "Le dernier jour de chaque mois à 9\u00a0h\u00a000");
  EXPECT_EQ(words({.every = "month_weekday"}), "Le 2e mardi de chaque mois à 18\u00a0h\u00a030");
  EXPECT_EQ(words({.every = "month_weekday"}, local_days(2027y / 3 / 30) + 9h),
            "Le dernier mardi de chaque mois à 9\u00a0h\u00a000")
      << "not every month has a fifth one";
  EXPECT_EQ(words({.every = "year", .until = "2029-02-01"}, local_days(2027y / 1 / 1) + 9h),
            "Chaque année, le 1er\u00a0janvier à 9\u00a0h\u00a000, jusqu’au 1er\u00a0février 2029");
}

TEST(Repeat, E03_SoManyTimesEndsOnTheDayOfTheLast) {
  EXPECT_EQ(rule({.every = "week", .times = "3"}), "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270126T225959Z");
  EXPECT_EQ(rule({.every = "week", .days = {"TU", "TH"}, .times = "2"}),
            "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270114T225959Z");
}

TEST(Repeat, E03_WhatCannotBeIsSaidPlainly) {
  EXPECT_THAT(rule({.every = "week", .days = {"TH"}}), testing::HasSubstr("Coche aussi le mardi"));
  EXPECT_THAT(rule({.every = "month_last"}), testing::HasSubstr("n’est pas le dernier mardi du mois"));
  EXPECT_THAT(rule({.every = "week", .times = "1"}), testing::HasSubstr("de 2 à 200"));
  EXPECT_THAT(rule({.every = "week", .times = "many"}), testing::HasSubstr("de 2 à 200"));
  EXPECT_THAT(rule({.every = "week", .until = "2027-06-30", .times = "3"}), testing::HasSubstr("pas les deux"));
  EXPECT_THAT(rule({.every = "week", .until = "2027-01-12"}), testing::HasSubstr("après le mardi"));
  EXPECT_THAT(rule({.every = "week", .until = "2037-01-12"}), testing::HasSubstr("Trois ans au plus"));
  EXPECT_THAT(rule({.every = "month_day", .until = "2027-02-01"}), testing::HasSubstr("qu’une seule date"));
}

TEST(Repeat, E03_TheFormComesBackAsItWasTyped) {
  for (const TypedRepeat& typed : {TypedRepeat{.every = "week", .until = "2027-06-30"},
                                   {.every = "two_weeks", .days = {"TU", "SU"}},
                                   {.every = "month_weekday"},
                                   {.every = "month_day"},
                                   {.every = "year"}}) {
    EXPECT_EQ(events::typed_repeat({rule(typed), tuesday, paris}), typed) << typed.every;
  }
}

TEST(Repeat, E03_ASeriesCanEndBeforeADay) {
  EXPECT_EQ(events::ended_before({"FREQ=WEEKLY;BYDAY=TU", tuesday, paris}, tuesday + 336h),
            "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270125T225959Z");
}

}  // namespace
