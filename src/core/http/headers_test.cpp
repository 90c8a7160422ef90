#include "core/http/headers.hpp"

#include <gtest/gtest.h>

namespace {

using http::Response;

std::string head(const Response& response, bool https = false) {
  return http::write_head(response, {7, true, https, "Thu, 27 Nov 2025 17:00:00 GMT"});
}
bool has(const std::string& head, const std::string& line) {
  return head.find("\r\n" + line + "\r\n") != std::string::npos;
}

TEST(Headers, every_answer_is_defended) {
  const std::string written = head(Response::html("bonjour"));
  EXPECT_TRUE(written.starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_TRUE(written.ends_with("\r\n\r\n"));
  for (const char* line :
       {"date: Thu, 27 Nov 2025 17:00:00 GMT", "content-length: 7", "connection: keep-alive",
        "content-type: text/html; charset=utf-8", "x-content-type-options: nosniff", "referrer-policy: same-origin",
        "cross-origin-opener-policy: same-origin", "cross-origin-resource-policy: same-origin",
        "x-robots-tag: noindex, nofollow, noarchive", "cache-control: no-store"})
    EXPECT_TRUE(has(written, line)) << line;
  EXPECT_NE(written.find("content-security-policy: default-src 'none'; script-src 'self'; style-src 'self';"),
            std::string::npos);
  EXPECT_NE(written.find("frame-ancestors 'none'"), std::string::npos);
  EXPECT_EQ(written.find("unsafe"), std::string::npos);
  EXPECT_EQ(written.find("server:"), std::string::npos);
}

TEST(Headers, strict_transport_security_is_for_https_only) {
  EXPECT_EQ(head(Response::html("")).find("strict-transport-security"), std::string::npos);
  EXPECT_NE(head(Response::html(""), true).find("strict-transport-security: max-age=63072000"), std::string::npos);
}

TEST(Headers, an_answer_may_replace_a_default) {
  Response response;
  response.headers.add("cache-control", "private, max-age=60");
  const std::string written = head(response);
  EXPECT_TRUE(has(written, "cache-control: private, max-age=60"));
  EXPECT_EQ(written.find("no-store"), std::string::npos);
}

TEST(Headers, a_value_cannot_start_another_line_nor_belong_to_the_connection) {
  Response response;
  response.headers.add("x-name", "a\r\nset-cookie: b=c");
  response.headers.add("x-na\nme", "a");
  response.headers.add("content-length", "99");
  response.headers.add("transfer-encoding", "chunked");
  response.headers.add("server", "secret/1.0");
  response.headers.add("x-fine", "tab\tand é");
  const std::string written = head(response);
  for (const char* gone : {"set-cookie", "x-name", "x-na", "99", "chunked", "secret"})
    EXPECT_EQ(written.find(gone), std::string::npos) << gone;
  EXPECT_TRUE(has(written, "x-fine: tab\tand é"));
}

}  // namespace
