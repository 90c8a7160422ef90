#include "sections/register_date.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using sections::DateFault;
using sections::DateOf;

constexpr auto today = 2026y / 3 / 15;

auto birth(std::string_view typed) {
  return sections::read_date(typed, DateOf::birth, today);
}
auto joining(std::string_view typed) {
  return sections::read_date(typed, DateOf::joining, today);
}

TEST(RegisterDate, S07_OneDayInManyWritings) {
  for (const char* typed :
       {"03/07/1954", "3/7/1954", "03-07-1954", "03.07.1954", "3 7 1954", "1954-07-03", "1954/07/03", "03/07/54",
        "19540703", "03071954", "030754", "3 juillet 1954", "03-juil.-54", "le 3 juillet 1954", "samedi 3 JUILLET 1954",
        "03/07/1954 00:00:00", "1954-07-03T00:00:00", "19908", "19908,5"})
    EXPECT_EQ(birth(typed).day, 1954y / 7 / 3) << typed;
  EXPECT_EQ(birth("1er août 1960").day, 1960y / 8 / 1);
  EXPECT_EQ(birth("29/02/2000").day, 2000y / 2 / 29);
}

TEST(RegisterDate, S07_TwoDigitsOfAYear) {
  EXPECT_EQ(birth("01/01/12").day, 2012y / 1 / 1) << "fourteen";
  EXPECT_EQ(birth("01/01/13").day, 1913y / 1 / 1) << "thirteen would be too young";
  EXPECT_EQ(joining("01/01/24").day, 2024y / 1 / 1);
  EXPECT_EQ(joining("01/01/81").day, 1981y / 1 / 1);
}

TEST(RegisterDate, S07_MonthFirstIsSeen) {
  EXPECT_EQ(birth("12/25/1954").day, 1954y / 12 / 25);
  EXPECT_TRUE(birth("12/25/1954").american);
  EXPECT_FALSE(birth("03/07/1954").american);
}

TEST(RegisterDate, S07_FaultsAreToldApart) {
  for (const char* typed : {"1954", "juillet 1954", "inconnu", "03/07", "03/07/195", "1/2/3/4", "123456789", "…"})
    EXPECT_EQ(birth(typed).fault, DateFault::unreadable) << typed;
  for (const char* typed : {"31/02/1954", "29/02/1900", "00/01/1954", "1954-13-40", "32 mai 1954"})
    EXPECT_FALSE(birth(typed).day) << typed;
  EXPECT_EQ(birth("31/02/1954").fault, DateFault::no_such_day);
  EXPECT_EQ(joining("16/03/2026").fault, DateFault::future);
  EXPECT_EQ(joining("15/03/2026").fault, DateFault::none);
  EXPECT_EQ(birth("03/07/1854").fault, DateFault::too_old);
}

}  // namespace
