#include "core/http/test_server.hpp"

namespace {

using namespace http::testing;
using http::Request;
using http::Response;

TEST(Connection, is_kept_for_the_next_request) {
  RunningServer running;
  Client client(running);
  for (int i = 0; i < 3; ++i) {
    const Answer answer = client.ask(get);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "bonjour");
    EXPECT_EQ(answer.header("connection"), "keep-alive");
  }
}

TEST(Connection, closes_when_asked_and_for_old_clients) {
  RunningServer running;
  for (const char* request : {"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n"}) {
    Client client(running);
    EXPECT_EQ(client.ask(request).header("connection"), "close");
    EXPECT_TRUE(client.closed());
  }
  Client old(running);
  EXPECT_EQ(old.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").header("connection"), "keep-alive");
  EXPECT_EQ(old.ask(get).status, 200);
}

TEST(Connection, answers_pipelined_requests_in_order) {
  RunningServer running;
  running.site.handler = [](Request& request) {
    if (request.path == "/1") std::this_thread::sleep_for(20ms);
    return Response::text(request.path + request.body);
  };
  Client client(running);
  client.send(
      "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabcGET /3 "
      "HTTP/1.1\r\nHost: a\r\n\r\n");
  for (const char* expected : {"/1", "/2abc", "/3"}) EXPECT_EQ(client.read().body, expected);
}

TEST(Connection, reads_requests_that_arrive_byte_by_byte) {
  RunningServer running;
  Client client(running);
  for (const char c : std::string("\r\nPOST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
                                  "chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: no\r\n\r\n"))
    client.send(std::string_view(&c, 1));
  EXPECT_EQ(client.read().body, "abcde");
  EXPECT_EQ(client.ask(get).status, 200) << "and the next one starts where it ended";
}

TEST(Connection, a_head_request_gets_the_length_without_the_body) {
  RunningServer running;
  Client client(running);
  const Answer answer = client.ask("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", true);
  EXPECT_EQ(answer.header("content-length"), "7");
  EXPECT_EQ(client.ask(get).body, "bonjour");
}

TEST(Connection, statuses_without_body_have_none) {
  RunningServer running;
  running.site.handler = [](Request& request) { return Response::text("text", request.path == "/204" ? 204 : 304); };
  Client client(running);
  for (const char* request : {"GET /204 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /304 HTTP/1.1\r\nHost: a\r\n\r\n"}) {
    const Answer answer = client.ask(request);
    EXPECT_EQ(answer.header("content-length"), "");
  }
  EXPECT_EQ(client.ask("GET /204 HTTP/1.1\r\nHost: a\r\n\r\n").status, 204);
}

TEST(Connection, says_continue_before_a_body_and_only_when_it_will_be_taken) {
  RunningServer running;
  Client client(running);
  EXPECT_EQ(client.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n").status, 100);
  EXPECT_EQ(client.ask("abc").body, "abc");
  EXPECT_EQ(
      client.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\nExpect: 100-continue\r\n\r\n").status,
      413);
}

TEST(Connection, the_site_sees_the_whole_request) {
  RunningServer running([](http::ServerSettings& settings) { settings.trusted_proxies = {"127.0.0.1"}; });
  Request seen;
  running.site.handler = [&](Request& request) {
    seen = request;
    return Response::text("");
  };
  Client client(running);
  client.ask(
      "PUT /a%20b/?q=%C3%A9 HTTP/1.1\r\nHost: coopol.example\r\nX-Forwarded-For: 2001:db8::7\r\nX-Thing:  spaced "
      "\r\nContent-Length: 2\r\n\r\nok");
  EXPECT_EQ(seen.method, http::Method::put);
  EXPECT_EQ(seen.target, "/a%20b/?q=%C3%A9");
  EXPECT_EQ(seen.path, "/a b");
  EXPECT_EQ(seen.query.get("q"), "é");
  EXPECT_EQ(seen.headers.get("host"), "coopol.example");
  EXPECT_EQ(seen.headers.get("x-thing"), "spaced");
  EXPECT_EQ(seen.body, "ok");
  EXPECT_EQ(seen.peer, "2001:db8::7");
  EXPECT_EQ(seen.id.size(), 12u);
  EXPECT_LT(seen.worker, 2u);
}

TEST(Connection, two_hundred_clients_at_once_each_get_their_own_answers) {
  RunningServer running;
  std::vector<std::unique_ptr<Client>> clients;
  clients.reserve(200);
  for (int i = 0; i < 200; ++i) clients.push_back(std::make_unique<Client>(running));
  for (int round = 0; round < 3; ++round) {
    for (size_t i = 0; i < clients.size(); ++i) {
      const std::string body = std::to_string(i * 10 + static_cast<size_t>(round));
      clients[i]->send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
                       body);
    }
    for (size_t i = 0; i < clients.size(); ++i)
      EXPECT_EQ(clients[i]->read().body, std::to_string(i * 10 + static_cast<size_t>(round)));
  }
  EXPECT_EQ(running.server.counters().connections_open, 200u);
  EXPECT_EQ(running.server.counters().requests, 600u);
  EXPECT_EQ(running.server.counters().refused, 0u);
}

TEST(Connection, large_answers_arrive_whole) {
  RunningServer running;
  const std::string large(5 * 1024 * 1024, 'x');
  running.site.handler = [&](Request&) { return Response::text(large); };
  Client client(running);
  EXPECT_EQ(client.ask(get).body, large);
  EXPECT_EQ(client.ask(get).body.size(), large.size());
}

TEST(Connection, routes_are_counted_with_their_times) {
  RunningServer running;
  running.site.handler = [](Request& request) { return Response::text("", request.path == "/b" ? 500 : 200); };
  Client client(running);
  client.ask("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
  client.ask("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
  client.ask("GET /b HTTP/1.1\r\nHost: a\r\n\r\n");
  ASSERT_TRUE(soon([&] { return running.server.routes().size() == 2; }));
  const auto routes = running.server.routes();
  EXPECT_EQ(routes[0].route, "/a");
  EXPECT_EQ(routes[0].by_class[2], 2u);
  EXPECT_EQ(routes[1].by_class[5], 1u);
  std::uint64_t timed = 0;
  for (const auto count : routes[0].by_time) timed += count;
  EXPECT_EQ(timed, 2u);
}

TEST(Connection, an_address_that_is_taken_is_named) {
  RunningServer running;
  http::ServerSettings same;
  same.port = running.server.port();
  TinySite site;
  try {
    http::Server second(same, site);
    FAIL();
  } catch (const std::system_error& clear) {
    EXPECT_NE(std::string(clear.what())
                  .find("cannot listen on 127.0.0.1:" + std::to_string(same.port) + ": Address already in use"),
              std::string::npos)
        << clear.what();
  }
  same.address = "coopol.example";
  EXPECT_THROW(http::Server(same, site), std::system_error);
}

}  // namespace
