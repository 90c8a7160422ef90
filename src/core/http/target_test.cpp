#include "core/http/target.hpp"

#include <gtest/gtest.h>

namespace {

std::string path(std::string_view target) {
  const auto read = http::read_target(target);
  return read ? read->path : "refused";
}

TEST(Target, paths_are_decoded_and_have_one_form) {
  EXPECT_EQ(path("/"), "/");
  EXPECT_EQ(path("/sections/12"), "/sections/12");
  EXPECT_EQ(path("//sections///12/"), "/sections/12");
  EXPECT_EQ(path("/caf%C3%A9/%7Ea+b"), "/café/~a+b");
  EXPECT_EQ(path("/a?b/../c"), "/a");
  EXPECT_EQ(path("/..a/b..c/..."), "/..a/b..c/...");
}

TEST(Target, paths_that_leave_their_place_or_are_no_text_are_refused) {
  for (const char* bad : {"",          "a",     "*",          "http://a/", "/..",   "/a/../b", "/a/./b",
                          "/%2e%2e/b", "/.%2E", "/a%2fb",     "/a%5Cb",    "/a\\b", "/%00",    "/a%0d%0ab",
                          "/%7f",      "/%c3",  "/%ed%a0%80", "/%",        "/%4",   "/%zz",    "/a#b"})
    EXPECT_EQ(path(bad), "refused") << bad;
}

TEST(Target, queries_are_pairs_in_order) {
  const auto read = http::read_target("/?a=1&b=x+y%20z&a=2&c&&=d&e=f=g&t=100%&u=%C3%A9").value();
  EXPECT_EQ(read.query.get("a"), "1");
  EXPECT_EQ(read.query.all("a"), (std::vector<std::string_view>{"1", "2"}));
  EXPECT_EQ(read.query.get("b"), "x y z");
  EXPECT_TRUE(read.query.has("c"));
  EXPECT_EQ(read.query.get(""), "d");
  EXPECT_EQ(read.query.get("e"), "f=g");
  EXPECT_EQ(read.query.get("t"), "100%") << "as browsers read a stray percent";
  EXPECT_EQ(read.query.get("u"), "é");
}

TEST(Target, queries_that_are_no_text_or_too_many_are_refused) {
  EXPECT_EQ(path("/?a=%00"), "refused");
  EXPECT_EQ(path("/?%ff=1"), "refused");
  std::string many = "/?";
  for (int i = 0; i < 201; ++i) many += "a&";
  EXPECT_EQ(path(many), "refused");
}

}  // namespace
