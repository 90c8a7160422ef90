#include "core/signed_token.hpp"

#include <gtest/gtest.h>

namespace {

const std::string secret(32, 'k');
const signed_token::Time tomorrow{std::chrono::seconds(2'000'000'000)};

TEST(SignedToken, ComesBackAsItWasMade) {
  const auto content =
      signed_token::read(secret, "invitation", signed_token::make(secret, "invitation", {12, 3}, tomorrow));
  ASSERT_TRUE(content);
  EXPECT_EQ(content->fields, (std::vector<std::int64_t>{12, 3}));
  EXPECT_EQ(content->expires, tomorrow);
}

TEST(SignedToken, AnotherPurposeAnotherKeyOrAChangedLetterIsRefused) {
  const auto token = signed_token::make(secret, "invitation", {12}, tomorrow);
  EXPECT_FALSE(signed_token::read(secret, "password", token));
  EXPECT_FALSE(signed_token::read(std::string(32, 'x'), "invitation", token));
  for (size_t i = 0; i < token.size(); ++i) {
    auto changed = token;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    if (changed != token) {
      EXPECT_FALSE(signed_token::read(secret, "invitation", changed)) << i;
    }
  }
  EXPECT_FALSE(signed_token::read(secret, "invitation", ""));
  EXPECT_FALSE(signed_token::read(secret, "invitation", "."));
  EXPECT_FALSE(signed_token::read(secret, "invitation", std::string(5000, 'A')));
}

}  // namespace
