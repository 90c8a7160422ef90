#include "core/jobs/back_off.hpp"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace {

constexpr jobs::BackOff usual{5s, 60s};

TEST(BackOff, doubles_up_to_its_limit) {
  EXPECT_EQ(jobs::wait_after(usual, 1, 0.5), 5s);
  EXPECT_EQ(jobs::wait_after(usual, 2, 0.5), 10s);
  EXPECT_EQ(jobs::wait_after(usual, 4, 0.5), 40s);
  EXPECT_EQ(jobs::wait_after(usual, 5, 0.5), 60s);
  EXPECT_EQ(jobs::wait_after(usual, 1'000'000, 0.5), 60s);
}

TEST(BackOff, spreads_those_that_failed_together) {
  EXPECT_EQ(jobs::wait_after(usual, 2, 0), 7500ms);
  EXPECT_EQ(jobs::wait_after(usual, 2, 0.9999999), 12499ms);
  const auto once = jobs::wait_after({1h, 1h}, 1);
  bool differs = false;
  for (int i = 0; i < 20; ++i) differs |= jobs::wait_after({1h, 1h}, 1) != once;
  EXPECT_TRUE(differs);
}

}  // namespace
