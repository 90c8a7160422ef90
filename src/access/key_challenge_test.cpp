#include "access/key_challenge.hpp"

#include <gtest/gtest.h>

namespace {

using accounts::make_key_challenge;
using accounts::read_key_challenge;
using std::chrono::minutes;

TEST(KeyChallenge, A07_IsGoodForMinutesInItsBrowser) {
  const pg::Time now(std::chrono::microseconds(1'700'000'000'123'456));
  const std::string secret(32, 's'), browser(32, 'b');
  const auto challenge = make_key_challenge(secret, browser, now);
  EXPECT_EQ(read_key_challenge(secret, browser, challenge, now + minutes(5)), now);
  EXPECT_NE(make_key_challenge(secret, browser, now), challenge);
  EXPECT_FALSE(read_key_challenge(secret, browser, challenge, now + minutes(6)));
  EXPECT_FALSE(read_key_challenge(secret, browser, challenge, now - minutes(1)));
  EXPECT_FALSE(read_key_challenge(secret, std::string(32, 'c'), challenge, now)) << "another browser";
  EXPECT_FALSE(read_key_challenge(std::string(32, 't'), browser, challenge, now)) << "another server";
  EXPECT_FALSE(read_key_challenge(secret, browser, "", now));
  for (size_t i = 0; i < challenge.size(); ++i) {
    auto changed = challenge;
    changed[i] ^= 1;
    EXPECT_FALSE(read_key_challenge(secret, browser, changed, now + minutes(1))) << i;
  }
}

}  // namespace
