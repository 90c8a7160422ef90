#include "core/http/date.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono;

TEST(HttpDate, E08_GoesThereAndBack) {
  const auto instant = sys_days(1994y / November / 6) + 8h + 49min + 37s;
  EXPECT_EQ(http::date(instant), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http::parse_date("Sun, 06 Nov 1994 08:49:37 GMT"), instant);
  EXPECT_EQ(http::date(sys_days(2028y / February / 29)), "Tue, 29 Feb 2028 00:00:00 GMT");
}

TEST(HttpDate, E08_WhatIsNoDateIsNothing) {
  for (const char* text : {"", "yesterday", "Sun, 06 Nov 1994 08:49:37", "Sun, 31 Feb 1994 08:49:37 GMT",
                           "Sun, 06 Abc 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT"})
    EXPECT_FALSE(http::parse_date(text)) << text;
}

}  // namespace
