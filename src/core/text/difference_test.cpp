#include "core/text/difference.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

std::string marked(std::string_view before, std::string_view after) {
  std::string all;
  for (const auto& [kind, words] : text::difference(before, after))
    all += (kind == text::Line::Kind::kept      ? ' '
            : kind == text::Line::Kind::removed ? '-'
                                                : '+') +
           std::string(words) + '\n';
  return all;
}

TEST(Difference, P05_SaysWhichLinesCameAndWent) {
  EXPECT_EQ(marked("a\nb\nc\nd", "a\nc\nx\nd\n"), " a\n-b\n c\n+x\n d\n");
  EXPECT_EQ(marked("a\r\nb\r\n", "a\nb"), " a\n b\n") << "however lines end";
  EXPECT_EQ(marked("", "a"), "+a\n");
  EXPECT_EQ(marked("a", ""), "-a\n");
  EXPECT_EQ(marked("a\na\na", "a\na"), " a\n a\n-a\n");
  EXPECT_EQ(marked("", ""), "");
}

TEST(Difference, P05_ALongTextTakesNoLongTime) {
  std::string before, after;
  for (int i = 0; i < 50'000; ++i) {
    before += std::to_string(i) + '\n';
    after += std::to_string(-i - 1) + '\n';
  }
  EXPECT_EQ(text::difference(before, after).size(), 100'000u);
}

}  // namespace
