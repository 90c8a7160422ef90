// What the shell refuses, with which status, and that it then closes.

#include "core/http/test_server.hpp"

namespace {

using namespace http::testing;
using http::Request;
using http::Response;

struct Refusal : testing::Test {
  RunningServer running{[](http::ServerSettings& settings) {
    settings.limits.header_bytes = 4096;
    settings.limits.target_bytes = 1024;
    settings.limits.header_count = 20;
    settings.limits.body_bytes = 1000;
  }};
  int seen = 0;

  void SetUp() override {
    running.site.handler = [this](Request&) {
      ++seen;
      return Response::text("ok");
    };
  }
  int status(const std::string& request) {
    Client client(running);
    const Answer answer = client.ask(request);
    if (answer.status >= 400) {
      EXPECT_EQ(answer.header("connection"), "close") << request;
      EXPECT_TRUE(client.closed()) << request;
    }
    return answer.status;
  }
  static std::string with(const std::string& headers, const std::string& body = {}) {
    return "POST / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n" + body;
  }
};

TEST_F(Refusal, requests_that_two_servers_could_cut_in_two_ways) {
  EXPECT_EQ(status(with("Content-Length: 3\r\nTransfer-Encoding: chunked", "0\r\n\r\n")), 400);
  EXPECT_EQ(status(with("Transfer-Encoding: chunked\r\nContent-Length: 3", "0\r\n\r\n")), 400);
  EXPECT_EQ(status(with("Content-Length: 3\r\nContent-Length: 4", "abcd")), 400);
  EXPECT_EQ(status(with("Content-Length: 3\r\nContent-Length: 3", "abc")), 400);
  EXPECT_EQ(status(with("Content-Length: 3, 3", "abc")), 400);
  for (const char* length : {"-1", "+3", "0x3", "3 3", "", "99999999999999999999"})
    EXPECT_EQ(status(with("Content-Length: " + std::string(length), "abc")), 400) << length;
  EXPECT_EQ(status(with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "0\r\n\r\n")), 400);
  EXPECT_EQ(status(with("Transfer-Encoding : chunked", "0\r\n\r\n")), 400) << "space before the colon";
  EXPECT_EQ(status(with("X: y\r\n Transfer-Encoding: chunked", "0\r\n\r\n")), 400) << "folded line";
  EXPECT_EQ(status(with("X: y\nTransfer-Encoding: chunked", "0\r\n\r\n")), 400) << "bare line feed";
  EXPECT_EQ(status("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(seen, 0);
}

TEST_F(Refusal, encodings_that_are_not_understood) {
  for (const char* encoding : {"gzip", "gzip, chunked", "chunked, gzip", "identity", "xchunked", "\"chunked\""})
    EXPECT_EQ(status(with("Transfer-Encoding: " + std::string(encoding), "0\r\n\r\n")), 501) << encoding;
  EXPECT_EQ(seen, 0);
}

TEST_F(Refusal, malformed_chunks) {
  for (const char* body : {"x\r\n\r\n", "-1\r\na\r\n", "\r\n\r\n\r\n", "3\r\nabcd\r\n0\r\n\r\n", "3\nabc\r\n0\r\n\r\n",
                           "11111111111111111\r\n", "3 \x01\r\nabc\r\n0\r\n\r\n"})
    EXPECT_EQ(status(with("Transfer-Encoding: chunked", body)), 400) << body;
  EXPECT_EQ(status(with("Transfer-Encoding: chunked", "1;" + std::string(300, 'x') + "\r\na\r\n0\r\n\r\n")), 400);
  EXPECT_EQ(status(with("Transfer-Encoding: chunked", "0\r\nX: " + std::string(20000, 'x'))), 400);
  EXPECT_EQ(seen, 0);
}

TEST_F(Refusal, hosts_that_are_missing_double_or_none) {
  EXPECT_EQ(status("GET / HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"), 400);
  for (const char* host : {"", "a b", "a/b", "a@b", "a,b"})
    EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n"), 400) << host;
  EXPECT_EQ(status("GET http://a@b/ HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(seen, 0);
  EXPECT_EQ(status("GET http://b:80?q HTTP/1.1\r\nHost: a\r\n\r\n"), 200);
}

TEST_F(Refusal, malformed_request_lines) {
  for (const char* line : {"GET", "GET /", "GET  / HTTP/1.1", " GET / HTTP/1.1", "GET / HTTP/1.1 ", "GET / http/1.1",
                           "GET / HTTP/1", "GET /a\tb HTTP/1.1", "G(T / HTTP/1.1", "GET a HTTP/1.1",
                           "GET /../a HTTP/1.1", "GET /%00 HTTP/1.1", "OPTIONS * HTTP/1.1", "\x16\x03\x01"})
    EXPECT_EQ(status(std::string(line) + "\r\nHost: a\r\n\r\n"), 400) << line;
  EXPECT_EQ(seen, 0);
}

TEST_F(Refusal, methods_and_versions_that_are_not_spoken) {
  for (const char* method : {"TRACE", "CONNECT", "PROPFIND", "get", "BREW"})
    EXPECT_EQ(status(std::string(method) + " / HTTP/1.1\r\nHost: a\r\n\r\n"), 501) << method;
  for (const char* version : {"HTTP/2.0", "HTTP/3.0", "HTTP/1.2", "HTTP/0.9"})
    EXPECT_EQ(status("GET / " + std::string(version) + "\r\nHost: a\r\n\r\n"), 505) << version;
  EXPECT_EQ(status(with("Expect: 200-ok\r\nContent-Length: 0")), 417);
  EXPECT_EQ(seen, 0);
}

TEST_F(Refusal, heads_that_are_too_long) {
  const auto target = [](size_t length) {
    return "GET /" + std::string(length - 1, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n";
  };
  EXPECT_EQ(status(target(1024)), 200);
  EXPECT_EQ(status(target(1025)), 414);
  EXPECT_EQ(status(target(100'000)), 414);
  EXPECT_EQ(status("GET /" + std::string(2000, 'a')), 414) << "before the line has ended";
  const auto header = [](size_t length) { return with("X: " + std::string(length, 'x') + "\r\nContent-Length: 0"); };
  EXPECT_EQ(status(header(3900)), 200);
  EXPECT_EQ(status(header(4096)), 431);
  EXPECT_EQ(status(header(1'000'000)), 431);
  std::string many;
  for (int i = 0; i < 21; ++i) many += "X: y\r\n";
  EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a\r\n" + many + "\r\n"), 431);
  EXPECT_EQ(seen, 2);
}

TEST_F(Refusal, bodies_that_are_too_long_whichever_way_they_come) {
  EXPECT_EQ(status(with("Content-Length: 1000", std::string(1000, 'x'))), 200);
  EXPECT_EQ(status(with("Content-Length: 1001")), 413);
  EXPECT_EQ(status(with("Transfer-Encoding: chunked", "3e8\r\n" + std::string(1000, 'x') + "\r\n0\r\n\r\n")), 200);
  EXPECT_EQ(status(with("Transfer-Encoding: chunked", "1f4\r\n" + std::string(500, 'x') + "\r\n1f5\r\n")), 413);
  EXPECT_EQ(status(with("Transfer-Encoding: chunked", "ffffffffffffffff\r\n")), 413);
  EXPECT_EQ(seen, 2);
}

TEST_F(Refusal, a_client_that_goes_on_sending_still_reads_why) {
  Client client(running);
  std::thread sender([&] {
    client.send(with("Content-Length: 20000000"));
    const std::string chunk(1 << 20, 'x');
    for (int i = 0; i < 20 && client.send(chunk); ++i) continue;
    client.finish_sending();
  });
  sender.join();
  EXPECT_EQ(client.read().status, 413);
}

TEST_F(Refusal, bodies_that_end_too_early) {
  for (const char* request : {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc",
                              "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc", "GET / HT"}) {
    Client client(running);
    client.send(request);
    client.finish_sending();
    EXPECT_EQ(client.read().status, 400) << request;
    EXPECT_TRUE(client.closed());
  }
  EXPECT_EQ(seen, 0);
}

TEST_F(Refusal, answers_of_refusals_carry_the_security_headers) {
  Client client(running);
  const Answer answer = client.ask("nonsense\r\n\r\n");
  EXPECT_EQ(answer.status, 400);
  EXPECT_NE(answer.header("content-security-policy"), "");
  EXPECT_EQ(running.server.counters().refused, 1u);
}

}  // namespace
