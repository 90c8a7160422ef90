#include "core/http/message.hpp"

#include <gtest/gtest.h>

namespace {

TEST(Fields, keep_order_and_repetition) {
  http::Fields fields;
  fields.add("a", "1");
  fields.add("b", "2");
  fields.add("a", "3");
  EXPECT_EQ(fields.get("a"), "1");
  EXPECT_EQ(fields.all("a"), (std::vector<std::string_view>{"1", "3"}));
  EXPECT_FALSE(fields.has("c"));
  EXPECT_EQ(fields.get("c"), "");
  fields.set("a", "4");
  EXPECT_EQ(fields.all("a"), (std::vector<std::string_view>{"4"}));
}

TEST(Response, see_other_never_leaves_the_site) {
  const auto to = [](std::string_view location) {
    return std::string(http::Response::see_other(location).headers.get("location"));
  };
  EXPECT_EQ(to("/sections/12?a=b#c"), "/sections/12?a=b#c");
  for (const char* bad : {"", "https://a.example/", "//a.example", "/\\a.example", "\\\\a", "/a\r\nset-cookie: x=y",
                          "/a b", "javascript:alert(1)"})
    EXPECT_EQ(to(bad), "/") << bad;
  EXPECT_EQ(http::Response::see_other("/").status, 303);
}

TEST(Cookie, is_found_among_others) {
  http::Request request;
  request.headers.add("cookie", "a=1; __Host-session=abc=d ;b=; c");
  request.headers.add("cookie", "e=5; a=2");
  EXPECT_EQ(request.cookie("a"), "1");
  EXPECT_EQ(request.cookie("__Host-session"), "abc=d");
  EXPECT_EQ(request.cookie("b"), "");
  EXPECT_EQ(request.cookie("e"), "5");
  EXPECT_FALSE(request.cookie("c"));
  EXPECT_FALSE(request.cookie("session"));
}

TEST(Cookie, is_set_so_that_no_script_and_no_other_site_may_use_it) {
  http::Response response;
  response.set_cookie({"__Host-session", "abc", std::nullopt});
  response.set_cookie({"__Host-flash", "", std::chrono::seconds(0)});
  EXPECT_EQ(response.headers.all("set-cookie"),
            (std::vector<std::string_view>{"__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax",
                                           "__Host-flash=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"}));
  EXPECT_THROW(response.set_cookie({"a", "b; Domain=c", std::nullopt}), std::invalid_argument);
  EXPECT_THROW(response.set_cookie({"a\r\n", "b", std::nullopt}), std::invalid_argument);
}

}  // namespace
