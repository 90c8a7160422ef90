#include "agenda/calendar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace agenda;
using namespace std::chrono;
using testing::ElementsAre;

Asked on(View view, year_month_day day) {
  return {.tab = events::Place::agenda,
          .circle = "",
          .within = "all",
          .view = view,
          .day = day,
          .today = 2026y / November / 22};
}
Line line(std::int64_t id, year_month_day starts, hours at, hours lasts) {
  const auto start = midnight(sys_days(starts)) + at;
  return {EventId(id), "published", "Réunion", start, start + lasts, "Europe/Paris", false, "yes"};
}

TEST(AgendaGrid, E08_AMonthIsItsWholeWeeks) {
  const auto november = span(on(View::month, 2026y / November / 22));
  EXPECT_EQ(year_month_day(november.first), 2026y / October / 26);
  EXPECT_EQ(november.weeks, 6);
  EXPECT_EQ(span(on(View::month, 2027y / February / 14)).weeks, 4) << "it begins on a Monday and is no leap year's";
  EXPECT_EQ(year_month_day(span(on(View::week, 2027y / January / 1)).first), 2026y / December / 28);
}

TEST(AgendaGrid, E08_FurtherIsTheNextMonthsFirstDayOrToday) {
  const auto last = on(View::month, 2026y / December / 31);
  EXPECT_EQ(further(last, 1).day, 2027y / January / 1);
  EXPECT_EQ(further(last, -1).day, 2026y / November / 22) << "where today lies";
  EXPECT_EQ(further(on(View::week, 2026y / December / 30), 1).day, 2027y / January / 6);
}

TEST(AgendaGrid, E08_WhatLastsIsOnEachOfItsDaysAndMidnightEndsTheDay) {
  const std::vector lines{line(1, 2026y / November / 23, 22h, 4h), line(2, 2026y / November / 24, 9h, 2h),
                          line(3, 2026y / November / 24, 20h, 4h), line(4, 2026y / November / 20, 9h, 240h)};
  const auto days = grid(span(on(View::week, 2026y / November / 24)), lines);
  ASSERT_EQ(days.size(), 7U);
  const auto ids = [](const Day& day) {
    std::vector<std::int64_t> all;
    for (const auto& entry : day.entries) all.push_back(entry.line->id.number());
    return all;
  };
  EXPECT_THAT(ids(days[0]), ElementsAre(4, 1));
  EXPECT_THAT(ids(days[1]), ElementsAre(1, 4, 2, 3)) << "what goes on comes first";
  EXPECT_THAT(ids(days[2]), ElementsAre(4)) << "midnight is the end of the day before";
  EXPECT_FALSE(days[1].entries[0].begins);
  EXPECT_TRUE(days[1].entries[0].ends);
  EXPECT_FALSE(days[6].entries[0].ends);
}

TEST(AgendaGrid, E08_TheNightsOfTheClocksHaveTheirOwnDays) {
  const auto days = grid(span(on(View::week, 2027y / March / 28)), {line(1, 2027y / March / 28, 22h, 1h)});
  EXPECT_EQ(days[6].entries.size(), 1U) << "a day of 23 hours";
}

TEST(AgendaGrid, E08_ADayIsThatOfThePlace) {
  auto evening = line(1, 2026y / November / 24, 2h, 2h);  // 21 h of the day before in Guadeloupe
  evening.time_zone = "America/Guadeloupe";
  const auto days = grid(span(on(View::week, 2026y / November / 24)), {evening});
  EXPECT_EQ(days[0].entries.size(), 1U);
  EXPECT_TRUE(days[1].entries.empty());
}

TEST(AgendaAsked, E08_TheAddressSaysWhatIsLookedAt) {
  auto asked = on(View::month, 2026y / November / 22);
  EXPECT_EQ(asked.link().text(), "/agenda?vue=mois");
  asked.circle = "parti";
  EXPECT_EQ(asked.on(2026y / December / 1).link().text(), "/agenda?cercle=parti&vue=mois&jour=2026-12-01");
  EXPECT_EQ(asked.way_back(), "cercle%3Dparti%26vue%3Dmois");
  EXPECT_EQ(asked.from(events::Place::mine).link().text(), "/agenda/mes-evenements?vue=mois");
  EXPECT_EQ(asked.in(View::list).of("").link().text(), "/agenda");
}

}  // namespace
