#include "events/again.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono;

TEST(EventAgain, E01_TheNextSuchDayAndHourByTheClocksOfThePlace) {
  const auto& paris_zone = zones::mainland;
  const french::When old{sys_days(2026y / March / 14) + 9h, sys_days(2026y / March / 14) + 11h, &paris_zone, false};
  const auto next = events::next_like(old, sys_days(2026y / March / 31) + 12h);
  EXPECT_EQ(next.start, sys_days(2026y / April / 4) + 8h) << "ten o’clock on a Saturday, in summer now";
  EXPECT_EQ(next.end - next.start, 2h);
  EXPECT_EQ(events::next_like(old, sys_days(2026y / March / 21) + 9h).start, sys_days(2026y / March / 28) + 9h);
  EXPECT_EQ(events::next_like(old, sys_days(2026y / March / 21) + 8h).start, sys_days(2026y / March / 21) + 9h);
  EXPECT_EQ(events::next_like(old, sys_days(2026y / March / 1)).start, sys_days(2026y / March / 21) + 9h)
      << "what is still to come is done again a week later";
}

TEST(EventAgain, E01_WholeDaysStayWhole) {
  const auto& zone = zones::of("Indian/Reunion");
  const auto midnight = [&](year_month_day day) { return zones::instant(local_days(day), zone); };
  const french::When old{midnight(2026y / March / 14), midnight(2026y / March / 16), &zone, true};
  const auto next = events::next_like(old, sys_days(2026y / March / 20));
  EXPECT_EQ(french::span(next),
            french::span({midnight(2026y / March / 21), midnight(2026y / March / 23), &zone, true}));
}

}  // namespace
