#include "core/text/phone.hpp"

#include <gtest/gtest.h>

namespace {

std::string number(std::string_view typed) {
  return phone::read(typed).number;
}

TEST(Phone, S07_FrenchWaysOfWritingOneNumber) {
  for (const char* typed : {"0612345678", "06 12 34 56 78", "06.12.34.56.78", "06-12-34-56-78", "06/12/34/56/78",
                            "+33612345678", "+33 6 12 34 56 78", "+33 (0)6 12 34 56 78", "0033612345678", "33612345678",
                            "06\u00a012\u202f34 56 78", "612345678", "06 12 34 56 78 (bureau)"})
    EXPECT_EQ(number(typed), "+33612345678") << typed;
  EXPECT_TRUE(phone::read("612345678").zero_was_lost);
  EXPECT_FALSE(phone::read("0612345678").zero_was_lost);
}

TEST(Phone, S07_OverseasHasItsOwnCountryCodes) {
  EXPECT_EQ(number("0262 12 34 56"), "+262262123456");
  EXPECT_EQ(number("0692 12 34 56"), "+262692123456");
  EXPECT_EQ(number("0639 12 34 56"), "+262639123456");
  EXPECT_EQ(number("0590 12 34 56"), "+590590123456");
  EXPECT_EQ(number("0690 12 34 56"), "+590690123456");
  EXPECT_EQ(number("0694 12 34 56"), "+594694123456");
  EXPECT_EQ(number("0596 12 34 56"), "+596596123456");
  EXPECT_EQ(number("0697 12 34 56"), "+596697123456");
  EXPECT_EQ(number("0508 41 12 34"), "+508411234");
  EXPECT_EQ(number("+262 0692 12 34 56"), "+262692123456");
  EXPECT_EQ(number("+33 690 12 34 56"), "+590690123456") << "as people write it who do not know better";
  EXPECT_EQ(number("+687 12 34 56"), "+687123456");
}

TEST(Phone, S07_OtherCountriesStayAsTheyAre) {
  EXPECT_EQ(number("+41 44 668 18 00"), "+41446681800");
  EXPECT_EQ(number("0049 30 901820"), "+4930901820");
}

TEST(Phone, S07_TwoInOneCell) {
  const auto read = phone::read("03 83 12 34 56 / 06 12 34 56 78");
  EXPECT_EQ(read.number, "+33383123456");
  EXPECT_EQ(read.second, "+33612345678");
}

TEST(Phone, S07_WhatIsNoNumber) {
  for (const char* typed : {"", "néant", "0000000000", "061234567", "06123456789", "6,12E+08", "+33 6 12",
                            "+0612345678", "12345678901234567890"})
    EXPECT_EQ(number(typed), "") << typed;
}

TEST(Phone, S07_MobilesAreKnown) {
  for (const char* mobile : {"+33612345678", "+33712345678", "+262692123456", "+596697123456"})
    EXPECT_TRUE(phone::is_mobile(mobile)) << mobile;
  for (const char* fixed : {"+33383123456", "+262262123456", "+41791234567", ""})
    EXPECT_FALSE(phone::is_mobile(fixed)) << fixed;
}

TEST(Phone, S07_IsShownInPairs) {
  EXPECT_EQ(phone::shown("+33612345678"), "06\u00a012\u00a034\u00a056\u00a078");
  EXPECT_EQ(phone::shown("+262692123456"), "06\u00a092\u00a012\u00a034\u00a056");
  EXPECT_EQ(phone::shown("+41446681800"), "+41446681800");
}

}  // namespace
