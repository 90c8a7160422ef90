#include "core/text/fold.hpp"

#include <gtest/gtest.h>

TEST(Text, S07_FoldingForgetsAccentsCaseAndPunctuation) {
  EXPECT_EQ(text::fold("  Né(e)  LE : "), "ne e le");
  EXPECT_EQ(text::fold("N° adhérent"), "n adherent");
  EXPECT_EQ(text::fold("Cœur-d’Élan ŁÓDŹ Straße"), "coeur d elan lodz strasse");
  EXPECT_EQ(text::fold("e\u0301te\u0301"), "ete");
  EXPECT_EQ(text::fold("Анна"), "анна");
  EXPECT_EQ(text::fold("…"), "");
}

TEST(Text, S07_TidyingComposesCollapsesAndTrims) {
  EXPECT_EQ(text::tidy("\t a \r\n  b\u00a0\u202fc\u200b\ufeff "), "a b c");
  EXPECT_EQ(text::tidy("e\u0301te\u0301"), "été");
  EXPECT_EQ(text::tidy(" \x01 "), "");
  EXPECT_EQ(text::tidy_lines(" 3 rue X \r\n\r\n bât.  B\n"), "3 rue X\nbât. B");
  EXPECT_EQ(text::length("été"), 3u);
}
