#include "access/recovery_codes.hpp"

#include <gtest/gtest.h>

#include <set>

namespace {

using namespace accounts;

TEST(RecoveryCodes, A07_ten_are_made_all_different_and_read_back) {
  const auto codes = make_recovery_codes();
  EXPECT_EQ(codes.size(), 10u);
  EXPECT_EQ(std::set(codes.begin(), codes.end()).size(), 10u);
  for (const auto& code : codes) EXPECT_EQ(read_recovery_code(code), code);
}

TEST(RecoveryCodes, A07_a_code_is_read_however_it_was_typed) {
  EXPECT_EQ(read_recovery_code(" ABCDE 01234 "), "abcde-01234");
  EXPECT_EQ(read_recovery_code("abcdeoil34"), "abcde-01134");
  for (const char* none : {"", "abcde", "abcde-0123", "abcde-012345", "abcde-0123u", "abcde-0123é", "123456"})
    EXPECT_EQ(read_recovery_code(none), "") << none;
}

}  // namespace
