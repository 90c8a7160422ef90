#include "gate/once.hpp"

#include <gtest/gtest.h>

#include <thread>

using gate::Once;

namespace {

struct OnceTest : testing::Test {
  std::chrono::steady_clock::time_point now{};
  Once once{[this] { return now; }};
  int made = 0;

  std::string send(const std::string& whose, const std::string& what, int status = 303) {
    const auto response = once.answer(whose, what, [&] {
      ++made;
      auto fresh = http::Response::see_other("/" + std::to_string(made));
      fresh.status = status;
      return fresh;
    });
    return std::string(response.headers.get("location"));
  }
};

TEST_F(OnceTest, the_same_form_again_gets_the_answer_of_the_first) {
  EXPECT_EQ(send("ines", "POST /a x"), "/1");
  EXPECT_EQ(send("ines", "POST /a x"), "/1");
  EXPECT_EQ(made, 1);
}

TEST_F(OnceTest, another_form_another_person_or_something_in_between_is_another_act) {
  EXPECT_EQ(send("ines", "yes"), "/1");
  EXPECT_EQ(send("theo", "yes"), "/2");
  EXPECT_EQ(send("ines", "no"), "/3");
  EXPECT_EQ(send("ines", "yes"), "/4");
}

TEST_F(OnceTest, after_a_while_it_is_meant_again) {
  EXPECT_EQ(send("ines", "yes"), "/1");
  now += Once::memory;
  EXPECT_EQ(send("ines", "yes"), "/2");
}

TEST_F(OnceTest, what_went_wrong_is_tried_again) {
  EXPECT_EQ(send("ines", "yes", 422), "/1");
  EXPECT_EQ(send("ines", "yes"), "/2");
  EXPECT_THROW(once.answer("ines", "no", []() -> http::Response { throw http::Error(503); }), http::Error);
  EXPECT_EQ(send("ines", "no"), "/3");
}

TEST_F(OnceTest, whoever_comes_while_it_is_made_waits_for_it) {
  std::atomic<int> acts = 0;
  std::atomic<bool> under_way = false;
  const auto slowly = [&] {
    ++acts;
    under_way = true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return http::Response::see_other("/made");
  };
  std::thread first([&] { once.answer("ines", "yes", slowly); });
  while (!under_way) std::this_thread::yield();
  EXPECT_EQ(once.answer("ines", "yes", slowly).headers.get("location"), "/made");
  first.join();
  EXPECT_EQ(acts, 1);
}

}  // namespace
