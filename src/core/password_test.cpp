#include "core/password.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

#include "core/http/message.hpp"

namespace {

TEST(Password, is_verified_against_its_hash_and_no_other) {
  password::Hasher hasher(password::cheapest_for_tests);
  const std::string stored = hasher.hash("des lilas au balcon");
  EXPECT_TRUE(stored.starts_with("$argon2id$"));
  EXPECT_TRUE(hasher.verify(stored, "des lilas au balcon"));
  EXPECT_FALSE(hasher.verify(stored, "des lilas au balcon "));
  EXPECT_FALSE(hasher.verify(stored, ""));
  EXPECT_NE(stored, hasher.hash("des lilas au balcon")) << "each has its own salt";
}

TEST(Password, unknown_account_and_unreadable_hash_are_a_no) {
  password::Hasher hasher(password::cheapest_for_tests);
  EXPECT_FALSE(hasher.verify(std::nullopt, "des lilas au balcon"));
  EXPECT_FALSE(hasher.verify("", "des lilas au balcon"));
  EXPECT_FALSE(hasher.verify("$argon2id$nonsense", "des lilas au balcon"));
}

TEST(Password, a_hash_made_at_another_cost_is_made_again) {
  password::Hasher hasher(password::cheapest_for_tests), dearer({2, 16 * 1024});
  const std::string stored = hasher.hash("des lilas au balcon");
  EXPECT_FALSE(hasher.needs_rehash(stored));
  EXPECT_TRUE(dearer.needs_rehash(stored));
  EXPECT_TRUE(dearer.verify(stored, "des lilas au balcon")) << "until then it still opens";
}

TEST(Password, when_the_line_is_full_people_are_told_to_come_back) {
  password::Hasher hasher({3, 64 * 1024 * 1024}, 1);
  std::atomic<int> refused = 0, served = 0;
  std::vector<std::thread> crowd;
  crowd.reserve(6);
  for (int i = 0; i < 6; ++i)
    crowd.emplace_back([&] {
      try {
        hasher.hash("des lilas au balcon");
        ++served;
      } catch (const http::Error& full) {
        EXPECT_EQ(full.status, 503);
        EXPECT_TRUE(full.retry_after);
        ++refused;
      }
    });
  for (auto& person : crowd) person.join();
  EXPECT_GE(refused, 1);
  EXPECT_GE(served, 1);
  EXPECT_EQ(refused + served, 6);
}

}  // namespace
