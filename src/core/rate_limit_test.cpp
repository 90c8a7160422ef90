#include "core/rate_limit.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "core/http/message.hpp"

namespace {

using namespace std::chrono_literals;

struct Limited : testing::Test {
  std::chrono::steady_clock::time_point now{};
  RateLimit limit{3, [this] { return now; }};
  static constexpr Rate five_a_minute{5, 60s};

  int allowed(std::string_view key, int tries) {
    int count = 0;
    for (int i = 0; i < tries; ++i) count += limit.take(key, five_a_minute) ? 0 : 1;
    return count;
  }
};

TEST_F(Limited, lets_a_burst_pass_then_refuses_and_says_how_long) {
  EXPECT_EQ(allowed("a", 10), 5);
  EXPECT_EQ(limit.take("a", five_a_minute), 12s);
}

TEST_F(Limited, keys_do_not_disturb_each_other) {
  EXPECT_EQ(allowed("a", 9), 5);
  EXPECT_EQ(allowed("b", 9), 5);
}

TEST_F(Limited, tokens_come_back_evenly_and_never_above_the_burst) {
  allowed("a", 5);
  now += 11s;
  EXPECT_EQ(limit.take("a", five_a_minute), 1s);
  now += 1s;
  EXPECT_EQ(allowed("a", 5), 1);
  now += 24h;
  EXPECT_EQ(allowed("a", 10), 5);
}

TEST_F(Limited, waiting_exactly_as_long_as_told_is_enough) {
  allowed("a", 5);
  now += *limit.take("a", five_a_minute);
  EXPECT_FALSE(limit.take("a", five_a_minute));
}

TEST_F(Limited, memory_is_bounded_and_a_key_in_use_is_kept) {
  allowed("a", 5);
  for (int i = 0; i < 100; ++i) {
    limit.take("other " + std::to_string(i), five_a_minute);
    EXPECT_TRUE(limit.take("a", five_a_minute)) << "forgotten after " << i;
  }
  EXPECT_EQ(limit.size(), 3u);
}

TEST_F(Limited, a_success_can_give_everything_back) {
  allowed("a", 5);
  limit.forget("a");
  EXPECT_EQ(allowed("a", 9), 5);
}

TEST_F(Limited, enforce_throws_429_with_retry_after) {
  allowed("a", 5);
  try {
    limit.enforce("a", five_a_minute);
    FAIL();
  } catch (const http::Error& refusal) {
    EXPECT_EQ(refusal.status, 429);
    EXPECT_EQ(refusal.retry_after, 12s);
  }
}

TEST(RateLimit, threads_together_get_no_more_than_the_burst) {
  RateLimit limit;
  std::atomic<int> allowed = 0;
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 500; ++i) allowed += limit.take("a", {100, 24h}) ? 0 : 1;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(allowed, 100);
}

}  // namespace
