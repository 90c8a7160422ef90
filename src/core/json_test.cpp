#include "core/json.hpp"

#include <gtest/gtest.h>

TEST(Json, reads_back_what_it_wrote) {
  const std::string text =
      json::object({{"name", std::string("Zoé \"<é>\"\n")}, {"count", std::int64_t{-3}}, {"late", true}});
  const json::Object object(text);
  EXPECT_EQ(object.text("name"), "Zoé \"<é>\"\n");
  EXPECT_EQ(object.number("count"), -3);
  EXPECT_TRUE(object.flag("late"));
}

TEST(Json, says_nothing_of_what_is_missing_or_of_another_type) {
  const json::Object object(R"({"name": 5, "count": "5", "late": null, "deep": {"a": 1}})");
  EXPECT_FALSE(object.text("name"));
  EXPECT_FALSE(object.number("count"));
  EXPECT_FALSE(object.number("deep"));
  EXPECT_FALSE(object.flag("late"));
  EXPECT_FALSE(object.flag("absent"));
}

TEST(Json, refuses_what_is_no_object) {
  for (const char* text : {"", "[1]", "5", "{", "{\"a\":1} x"})
    EXPECT_THROW(json::Object{text}, std::invalid_argument) << text;
}
