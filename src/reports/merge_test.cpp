// E10: parts of a mission become one report.

#include "reports/merge.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace {

using reports::Counted;

const MemberId anna{1}, malik{2}, rose{3}, theo{4};

Counted doors(std::vector<MemberId> people, std::int32_t knocked, std::int32_t minutes = 60) {
  return {std::move(people), minutes, {.doors_knocked = knocked, .doors_opened = knocked / 2}};
}
std::int32_t total(const std::vector<std::int32_t>& shares) {
  return std::accumulate(shares.begin(), shares.end(), 0);
}

TEST(Merge, E10_PartsAreSummed) {
  const std::vector parts{doors({anna, malik}, 40, 120), doors({rose}, 12, 60)};
  const auto whole = reports::sum(parts);
  EXPECT_EQ(whole.figures.doors_knocked, 52);
  EXPECT_EQ(whole.figures.doors_opened, 26);
  EXPECT_EQ(whole.minutes, 100) << "two persons two hours, one person one hour";
  EXPECT_EQ(whole.people, (std::vector{anna, malik, rose}));
  EXPECT_EQ(reports::sum({}).minutes, 0);
}

TEST(Merge, E10_APartThatNamesSomebodyAlreadyCountedIsNotProposed) {
  const std::vector parts{doors({anna, malik}, 40), doors({malik, anna}, 40), doors({rose}, 12),
                          doors({rose, theo}, 20)};
  EXPECT_EQ(reports::proposed(parts), (std::vector{true, false, true, false}));
  const std::vector chain{doors({anna}, 1), doors({anna, malik}, 2), doors({malik}, 3)};
  EXPECT_EQ(reports::proposed(chain), (std::vector{true, false, true})) << "what is left aside is no double of another";
}

TEST(Merge, E10_CorrectionsByHandStayWhenPartsChange) {
  const events::Figures typed{.doors_knocked = 55}, from{.doors_knocked = 52}, to{.doors_knocked = 60};
  EXPECT_EQ(reports::moved(typed, from, to).doors_knocked, 63);
  EXPECT_EQ(reports::moved({.doors_knocked = 5}, from, {}).doors_knocked, 0);
}

TEST(Merge, E10_DoorsOfProfilesAddUpToTheReport) {
  const std::vector people{anna, malik, rose, theo};
  const std::vector parts{doors({anna, malik}, 41), doors({rose}, 12)};
  EXPECT_EQ(reports::share_doors(53, people, parts), (std::vector{21, 20, 12, 0})) << "each part's among its own";
  EXPECT_EQ(reports::share_doors(60, people, parts), (std::vector{21, 20, 12, 7})) << "the rest, whoever noted nothing";
  EXPECT_EQ(reports::share_doors(10, people, {}), (std::vector{3, 3, 2, 2}));
  EXPECT_EQ(reports::share_doors(56, std::vector{anna, malik, rose}, parts), (std::vector{22, 21, 13}));
  for (const std::int32_t fewer : {0, 1, 17, 52})
    EXPECT_EQ(total(reports::share_doors(fewer, people, parts)), fewer) << "corrected downwards";
  EXPECT_EQ(total(reports::share_doors(53, std::vector{theo}, parts)), 53) << "those of a part have not come after all";
  EXPECT_TRUE(reports::share_doors(0, {}, parts).empty());
}

}  // namespace
