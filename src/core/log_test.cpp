#include "core/log.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace {

const std::chrono::system_clock::time_point noon{std::chrono::sys_days{std::chrono::year{2025} / 11 / 27} +
                                                 std::chrono::hours{12} + std::chrono::milliseconds{7}};

TEST(Log, a_line_is_one_json_object) {
  EXPECT_EQ(
      logging::line(logging::Level::info, "request",
                    {{"route", "/sections/{}"}, {"status", 200}, {"ms", 3.25}, {"kept", true}, {"bytes", size_t{12}}},
                    noon),
      R"({"time":"2025-11-27T12:00:00.007Z","level":"info","event":"request","route":"/sections/{}","status":200,"ms":3.25,"kept":true,"bytes":12})");
}

TEST(Log, a_value_cannot_start_another_line_or_break_the_object) {
  const std::string made = logging::line(
      logging::Level::error, "a\"b",
      {{"what", "c\\d\n\r\t\x7f{}é"}, {"latin", "caf\xe9"}, {"n", std::numeric_limits<double>::quiet_NaN()}}, noon);
  EXPECT_NE(made.find(R"("event":"a\"b","what":"c\\d\u000a\u000d\u0009\u007f{}é","latin":"caf?","n":null})"),
            std::string::npos)
      << made;
}

}  // namespace
