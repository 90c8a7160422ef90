#include "core/totp.hpp"

#include <gtest/gtest.h>

namespace {

const std::string secret = "12345678901234567890";  // of RFC 6238, appendix B

std::chrono::sys_seconds at(long long seconds) {
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

TEST(Totp, A07_codes_are_those_of_rfc_6238) {
  for (const auto& [seconds, code] : {std::pair{59LL, "287082"},
                                      {1111111109LL, "081804"},
                                      {1111111111LL, "050471"},
                                      {1234567890LL, "005924"},
                                      {2000000000LL, "279037"},
                                      {20000000000LL, "353130"}})
    EXPECT_EQ(totp::match(secret, code, at(seconds), 0), seconds / 30) << seconds;
}

TEST(Totp, A07_a_telephone_may_be_one_step_off_and_no_more) {
  const std::string code = "287082";  // of step 1
  EXPECT_TRUE(totp::match(secret, code, at(0), 0));
  EXPECT_TRUE(totp::match(secret, code, at(89), 0));
  EXPECT_FALSE(totp::match(secret, code, at(90), 0));
}

TEST(Totp, A07_a_code_that_served_serves_no_more) {
  EXPECT_FALSE(totp::match(secret, "287082", at(59), 1));
  EXPECT_FALSE(totp::match(secret, "287082", at(59), 2));
}

TEST(Totp, only_six_digits_are_a_code) {
  for (const char* code : {"", "28708", "2870820", "28708a", "287 082"})
    EXPECT_FALSE(totp::match(secret, code, at(59), 0)) << code;
}

TEST(Totp, secrets_are_written_in_base32) {
  EXPECT_EQ(totp::base32("foobar"), "MZXW6YTBOI");
  EXPECT_EQ(totp::base32(secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  EXPECT_EQ(
      totp::uri(secret, "la coopol", "zoé@exemple.fr"),
      "otpauth://totp/la%20coopol:zo%C3%A9%40exemple.fr?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=la%20coopol");
}

}  // namespace
