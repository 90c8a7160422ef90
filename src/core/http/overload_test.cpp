// Slow clients, too many of them, and more work than can be done.

#include <condition_variable>

#include "core/http/test_server.hpp"

namespace {

using namespace http::testing;
using http::Request;
using http::Response;
using http::ServerSettings;

constexpr auto quick = 80ms;

/// Holds handlers until it is opened.
class Gate {
 public:
  void wait() {
    std::unique_lock lock(mutex_);
    ++waiting;
    changed_.wait(lock, [this] { return open_; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  std::atomic<int> waiting = 0;

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
};

TEST(SlowClient, that_never_ends_its_head_is_told_so) {
  RunningServer running([](ServerSettings& settings) { settings.limits.header_time = quick; });
  Client client(running);
  client.send("GET / HTTP/1.1\r\n");
  const auto start = std::chrono::steady_clock::now();
  // A header now and then does not help.
  std::thread trickle([&] {
    while (std::chrono::steady_clock::now() - start < 300ms && client.send("X: y\r\n"))
      std::this_thread::sleep_for(20ms);
  });
  EXPECT_EQ(client.read().status, 408);
  EXPECT_LT(std::chrono::steady_clock::now() - start, 1s);
  trickle.join();
}

TEST(SlowClient, whose_body_does_not_come_is_told_so) {
  RunningServer running([](ServerSettings& settings) { settings.limits.body_time = quick; });
  Client client(running);
  client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
  EXPECT_EQ(client.read().status, 408);
  EXPECT_TRUE(client.closed());
}

TEST(SlowClient, whose_body_comes_steadily_has_more_time) {
  RunningServer running([](ServerSettings& settings) {
    settings.limits.body_time = quick;
    settings.limits.slowest_bytes_per_second = 100;
  });
  Client client(running);
  client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200\r\n\r\n" + std::string(100, 'a'));
  std::this_thread::sleep_for(3 * quick);
  EXPECT_EQ(client.ask(std::string(100, 'b')).status, 200);
}

TEST(SlowClient, that_does_not_read_is_cut) {
  RunningServer running([](ServerSettings& settings) {
    settings.limits.write_time = quick;
    settings.limits.slowest_bytes_per_second = 1'000'000'000;  // what went into the kernel's buffers gains no time
  });
  running.site.handler = [](Request&) { return Response::text(std::string(20 * 1024 * 1024, 'x')); };
  Client client(running, 4096);
  client.send(get);
  ASSERT_TRUE(soon([&] { return running.server.counters().requests == 1; }));
  EXPECT_TRUE(soon([&] { return running.server.counters().connections_open == 0; }, 2s));
}

TEST(SlowClient, that_asks_nothing_is_let_go) {
  RunningServer running([](ServerSettings& settings) { settings.limits.idle_time = quick; });
  Client fresh(running), served(running);
  EXPECT_EQ(served.ask(get).status, 200);
  EXPECT_TRUE(fresh.closed(1s));
  EXPECT_TRUE(served.closed(1s));
}

TEST(Overload, above_the_connections_of_one_peer_others_are_closed_at_once) {
  RunningServer running([](ServerSettings& settings) { settings.limits.connections_per_peer = 3; });
  std::vector<std::unique_ptr<Client>> three;
  for (int i = 0; i < 3; ++i) {
    three.push_back(std::make_unique<Client>(running));
    EXPECT_EQ(three.back()->ask(get).status, 200);
  }
  {
    Client fourth(running);
    EXPECT_TRUE(fourth.closed());
  }
  three.pop_back();
  ASSERT_TRUE(soon([&] { return running.server.counters().connections_open == 2; }));
  Client again(running);
  EXPECT_EQ(again.ask(get).status, 200);
}

TEST(Overload, a_trusted_proxy_has_as_many_connections_as_it_needs) {
  RunningServer running([](ServerSettings& settings) {
    settings.limits.connections_per_peer = 1;
    settings.trusted_proxies = {"127.0.0.0/8"};
  });
  Client first(running), second(running);
  EXPECT_EQ(first.ask(get).status, 200);
  EXPECT_EQ(second.ask(get).status, 200);
}

TEST(Overload, above_all_connections_the_one_idle_for_longest_gives_way) {
  RunningServer running([](ServerSettings& settings) { settings.limits.connections = 2; });
  Client first(running);
  EXPECT_EQ(first.ask(get).status, 200);
  std::this_thread::sleep_for(2ms);
  Client second(running);
  EXPECT_EQ(second.ask(get).status, 200);
  Client third(running);
  EXPECT_EQ(third.ask(get).status, 200);
  EXPECT_TRUE(first.closed());
  EXPECT_EQ(second.ask(get).status, 200);
}

TEST(Overload, a_connection_that_is_being_served_does_not_give_way) {
  RunningServer running([](ServerSettings& settings) { settings.limits.connections = 1; });
  Gate gate;
  running.site.handler = [&](Request&) {
    gate.wait();
    return Response::text("ok");
  };
  Client first(running);
  first.send(get);
  ASSERT_TRUE(soon([&] { return gate.waiting == 1; }));
  Client second(running);
  EXPECT_TRUE(second.closed());
  gate.open();
  EXPECT_EQ(first.read().status, 200);
}

TEST(Overload, when_the_line_is_full_clients_are_told_when_to_come_back) {
  RunningServer running([](ServerSettings& settings) {
    settings.workers = 1;
    settings.limits.queue = 1;
  });
  Gate gate;
  running.site.handler = [&](Request&) {
    gate.wait();
    return Response::text("ok");
  };
  Client served(running), waiting(running), refused(running);
  served.send(get);
  ASSERT_TRUE(soon([&] { return gate.waiting == 1; }));
  waiting.send(get);
  ASSERT_TRUE(soon([&] { return running.server.counters().queue_length == 1; }));
  const Answer answer = refused.ask(get);
  EXPECT_EQ(answer.status, 503);
  EXPECT_NE(answer.header("retry-after"), "");
  gate.open();
  EXPECT_EQ(served.read().status, 200);
  EXPECT_EQ(waiting.read().status, 200);
}

TEST(Overload, pages_do_not_stand_behind_slow_requests) {
  RunningServer running([](ServerSettings& settings) {
    settings.workers = 1;
    settings.slow_workers = 1;
  });
  Gate gate;
  std::atomic<size_t> slow_worker = 0;
  running.site.handler = [&](Request& request) {
    if (request.path == "/lent") {
      slow_worker = request.worker;
      gate.wait();
    }
    return Response::text("ok");
  };
  Client slow(running), page(running);
  slow.send("GET /lent HTTP/1.1\r\nHost: a\r\n\r\n");
  ASSERT_TRUE(soon([&] { return gate.waiting == 1; }));
  EXPECT_EQ(page.ask(get).status, 200);
  gate.open();
  EXPECT_EQ(slow.read().status, 200);
  EXPECT_EQ(slow_worker, 1u);
}

TEST(Overload, all_bodies_together_are_bounded) {
  RunningServer running([](ServerSettings& settings) { settings.limits.bodies_bytes = 150'000; });
  const std::string half = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100001\r\n\r\n" + std::string(100'000, 'x');
  Client first(running), second(running);
  first.send(half);
  std::this_thread::sleep_for(20ms);
  second.send(half);
  EXPECT_EQ(second.read().status, 503);
  EXPECT_EQ(first.ask("x").status, 200);
  EXPECT_EQ(Client(running).ask(half + "x").status, 200) << "what was held has been given back";
}

}  // namespace
