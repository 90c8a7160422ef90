#include "core/http/test_server.hpp"

namespace {

using namespace http::testing;
using http::Request;
using http::Response;
using http::ServerSettings;
using Clock = std::chrono::steady_clock;

TEST(Stop, finishes_what_is_under_way_and_takes_nothing_new) {
  RunningServer running;
  std::atomic<bool> begun = false;
  running.site.handler = [&](Request&) {
    begun = true;
    std::this_thread::sleep_for(150ms);
    return Response::text("fini");
  };
  {
    Client client(running), idle(running);
    client.send(get);
    ASSERT_TRUE(soon([&] { return begun.load(); }));
    running.server.stop();
    EXPECT_TRUE(idle.closed(100ms)) << "who asks nothing is let go at once";
    const Answer answer = client.read();
    EXPECT_EQ(answer.body, "fini");
    EXPECT_EQ(answer.header("connection"), "close");
    EXPECT_TRUE(client.closed());
  }
  EXPECT_FALSE(Client(running).connected());
  running.stop();
}

TEST(Stop, serves_those_already_in_the_kernels_line_and_those_waiting_for_a_worker) {
  RunningServer running([](ServerSettings& settings) { settings.workers = 1; });
  running.site.handler = [](Request&) {
    std::this_thread::sleep_for(10ms);
    return Response::text("ok");
  };
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 10; ++i) {
    clients.push_back(std::make_unique<Client>(running));
    clients.back()->send(get);
  }
  running.server.stop();
  for (auto& client : clients) EXPECT_EQ(client->read().status, 200);
  clients.clear();
  running.stop();
}

TEST(Stop, a_body_on_its_way_may_still_arrive) {
  RunningServer running;
  Client client(running);
  client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nabc");
  ASSERT_TRUE(soon([&] { return running.server.counters().connections_open == 1; }));
  std::this_thread::sleep_for(20ms);
  running.server.stop();
  std::this_thread::sleep_for(20ms);
  EXPECT_EQ(client.ask("def").body, "abcdef");
}

TEST(Stop, does_not_wait_for_ever) {
  RunningServer running([](ServerSettings& settings) { settings.limits.stop_time = 100ms; });
  Client slow(running);
  slow.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nabc");
  ASSERT_TRUE(soon([&] { return running.server.counters().connections_open == 1; }));
  std::this_thread::sleep_for(20ms);
  const auto start = Clock::now();
  running.stop();
  const auto took = Clock::now() - start;
  EXPECT_GE(took, 90ms);
  EXPECT_LT(took, 1s);
}

TEST(Stop, a_handler_that_is_cut_off_does_no_harm) {
  RunningServer running([](ServerSettings& settings) {
    settings.limits.stop_time = 30ms;
    settings.workers = 1;
  });
  std::atomic<int> answered = 0;
  running.site.handler = [&](Request&) {
    std::this_thread::sleep_for(150ms);
    ++answered;
    return Response::text("trop tard");
  };
  Client client(running), waiting(running);
  client.send(get);
  ASSERT_TRUE(soon([&] { return running.server.counters().requests == 1; }));
  waiting.send(get);
  ASSERT_TRUE(soon([&] { return running.server.counters().requests == 2; }));
  running.stop();
  EXPECT_EQ(answered, 1) << "the one that waited was not begun";
  EXPECT_TRUE(client.closed());
}

TEST(Stop, comes_before_run_or_twice_or_never) {
  {
    RunningServer running;
    running.stop();
    running.stop();
  }
  TinySite site;
  ServerSettings settings;
  settings.port = 0;
  http::Server never_run(settings, site);
  http::Server stopped_first(settings, site);
  stopped_first.stop();
  stopped_first.run();
}

}  // namespace
