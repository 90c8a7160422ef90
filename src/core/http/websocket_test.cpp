#include "core/http/test_server.hpp"

namespace {

using namespace http::testing;
using http::Request;
using http::Response;
using http::ServerSettings;

/// A client of RFC 6455, as small as can be.
class WebSocket {
 public:
  explicit WebSocket(const RunningServer& running, int receive_buffer = 0) : client_(running, receive_buffer) {}

  Answer open(std::string_view path = "/live", std::string_view version = "13",
              std::string_view key = "dGhlIHNhbXBsZSBub25jZQ==") {
    return client_.ask(
        "GET " + std::string(path) +
        " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nOrigin: http://a\r\n" +
        "Sec-WebSocket-Key: " + std::string(key) + "\r\nSec-WebSocket-Version: " + std::string(version) + "\r\n\r\n");
  }
  /// Up to 64 KB.
  bool send(std::string_view text, unsigned char opcode = 1) {
    std::string frame{static_cast<char>(0x80 | opcode)};
    if (text.size() < 126) {
      frame += static_cast<char>(0x80 | text.size());
    } else {
      frame += static_cast<char>(0x80 | 126);
      frame += static_cast<char>(text.size() >> 8);
      frame += static_cast<char>(text.size());
    }
    frame += std::string(4, '\0');  // a mask that changes nothing
    return client_.send(frame.append(text));
  }
  struct Frame {
    int opcode = -1;  ///< -1: none came
    std::string text;
    [[nodiscard]] int code() const {
      return text.size() < 2 ? 0 : static_cast<unsigned char>(text[0]) * 256 + static_cast<unsigned char>(text[1]);
    }
  };
  Frame read(std::chrono::milliseconds within = 5s) {
    const std::string start = client_.take(2, within);
    if (start.size() < 2) return {};
    auto length = static_cast<size_t>(start[1] & 0x7f);
    if (length == 126) {
      length = 0;
      for (const char c : client_.take(2)) length = length << 8 | static_cast<unsigned char>(c);
    }
    return {start[0] & 0x0f, client_.take(length)};
  }
  bool closed(std::chrono::milliseconds within = 5s) { return client_.closed(within); }
  void hang_up() { client_.finish_sending(); }

 private:
  Client client_;
};

constexpr int text_frame = 1, close_frame = 8, ping_frame = 9;

TEST(WebSocket, opens_echoes_and_closes) {
  RunningServer running;
  {
    WebSocket socket(running);
    const Answer answer = socket.open();
    EXPECT_EQ(answer.status, 101);
    EXPECT_EQ(answer.header("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=") << "the example of RFC 6455 1.3";
    EXPECT_EQ(answer.header("server"), "coopol") << "and no version";
    for (const auto& text : {std::string("bonjour"), std::string("é"), std::string(50'000, 'x')}) {
      socket.send(text);
      EXPECT_TRUE(socket.read().text == text) << text.size();
    }
    EXPECT_EQ(running.server.counters().sockets_open, 1u);
    socket.send("\x03\xe8", close_frame);
    EXPECT_EQ(socket.read().code(), 1000);
    EXPECT_TRUE(socket.closed());
  }
  EXPECT_TRUE(soon([&] { return running.site.closed == 1; }));
  EXPECT_EQ(running.site.opened, 1);
  EXPECT_EQ(running.server.counters().sockets_open, 0u);
}

TEST(WebSocket, the_site_may_refuse) {
  RunningServer running;
  running.site.opening = [](Request& request) {
    return Response::text(std::string(request.headers.get("origin")), 403);
  };
  WebSocket socket(running);
  const Answer answer = socket.open();
  EXPECT_EQ(answer.status, 403);
  EXPECT_EQ(answer.body, "http://a");
  running.stop();
  EXPECT_EQ(running.site.opened + running.site.closed, 0);
}

TEST(WebSocket, handshakes_that_are_wrong_never_reach_the_site) {
  RunningServer running;
  EXPECT_EQ(WebSocket(running).open("/live", "8").status, 426);
  EXPECT_EQ(WebSocket(running).open("/live", "13", "short").status, 400);
  Client eager(running);
  EXPECT_EQ(eager
                .ask("GET /live HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: "
                     "dGhlIHNhbXBsZSBub25jZQ==\r\n"
                     "Sec-WebSocket-Version: 13\r\n\r\n\x81\x80")
                .status,
            400);
  eager.finish_sending();
  Client other(running);
  EXPECT_EQ(other.ask("GET / HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n").status, 200)
      << "other upgrades are passed over";
  running.stop();
  EXPECT_EQ(running.site.opened + running.site.closed, 0);
}

TEST(WebSocket, events_come_in_order_and_what_is_sent_in_opening_order) {
  RunningServer running;
  std::vector<std::string> seen;  // by one thread at a time, which is what is tested under tsan
  running.site.message = [&](http::SocketId, std::string text) { seen.push_back(std::move(text)); };
  WebSocket socket(running);
  socket.open();
  for (int i = 0; i < 100; ++i) socket.send(std::to_string(i));
  ASSERT_TRUE(soon([&] { return running.site.messages == 100; }));
  socket.hang_up();
  running.stop();
  for (size_t i = 0; i < 100; ++i) EXPECT_EQ(seen.at(i), std::to_string(i));
}

TEST(WebSocket, one_text_goes_to_many_at_once) {
  RunningServer running;
  std::vector<std::unique_ptr<WebSocket>> sockets;
  std::vector<http::SocketId> ids;
  for (int i = 0; i < 50; ++i) {
    sockets.push_back(std::make_unique<WebSocket>(running));
    EXPECT_EQ(sockets.back()->open().status, 101);
    ASSERT_TRUE(soon([&] { return running.site.opened == i + 1; }));
    ids.push_back(running.site.last_socket);
  }
  ids.push_back(99'999);  // long gone
  running.server.send(ids, std::make_shared<const std::string>("à tous"));
  for (auto& socket : sockets) EXPECT_EQ(socket->read().text, "à tous");
}

TEST(WebSocket, the_site_closes_after_what_it_sent) {
  RunningServer running;
  running.site.message = [&](http::SocketId id, const std::string&) {
    for (int i = 0; i < 3; ++i) running.server.send(id, std::make_shared<const std::string>("encore"));
    running.server.close(id, 4001, "session finie");
    running.server.send(id, std::make_shared<const std::string>("trop tard"));
  };
  WebSocket socket(running);
  socket.open();
  socket.send("?");
  for (int i = 0; i < 3; ++i) EXPECT_EQ(socket.read().text, "encore");
  const auto goodbye = socket.read();
  EXPECT_EQ(goodbye.code(), 4001);
  EXPECT_EQ(goodbye.text.substr(2), "session finie");
  socket.send("\x0f\xa1", close_frame);
  EXPECT_TRUE(socket.closed());
  socket.hang_up();
  EXPECT_TRUE(soon([&] { return running.site.closed == 1; }));
}

TEST(WebSocket, what_breaks_the_rules_is_closed_with_its_code) {
  RunningServer running([](ServerSettings& settings) {
    settings.limits.socket_message_bytes = 1000;
    settings.limits.socket_messages_per_minute = 5;
  });
  const auto code_after = [&](const std::string& text, unsigned char opcode, int times = 1) {
    WebSocket socket(running);
    EXPECT_EQ(socket.open().status, 101);
    for (int i = 0; i < times; ++i) socket.send(text, opcode);
    for (;;) {
      const auto frame = socket.read();
      if (frame.opcode != text_frame) return frame.code();
    }
  };
  EXPECT_EQ(code_after(std::string(1001, 'x'), text_frame), 1009);
  EXPECT_EQ(code_after("binary", 2), 1003);
  EXPECT_EQ(code_after("\xff\xfe", text_frame), 1007);
  EXPECT_EQ(code_after("x", text_frame, 6), 1008);
  EXPECT_EQ(code_after("x", 3), 1002) << "an opcode that is not";
  EXPECT_TRUE(soon([&] { return running.site.closed == 5; }));
}

TEST(WebSocket, one_that_does_not_read_is_cut) {
  RunningServer running([](ServerSettings& settings) { settings.limits.socket_queue_bytes = 100'000; });
  WebSocket slow(running, 4096), other(running);
  slow.open();
  ASSERT_TRUE(soon([&] { return running.site.opened == 1; }));
  const http::SocketId id = running.site.last_socket;
  other.open();
  const auto text = std::make_shared<const std::string>(90'000, 'x');
  EXPECT_TRUE(soon([&] {
    running.server.send(id, text);
    return running.site.closed == 1;
  }));
  other.send("toujours là");
  EXPECT_EQ(other.read().text, "toujours là");
}

TEST(WebSocket, one_that_is_silent_is_pinged_then_cut) {
  RunningServer running([](ServerSettings& settings) { settings.limits.socket_idle_time = 100ms; });
  WebSocket socket(running);
  socket.open();
  EXPECT_EQ(socket.read().opcode, ping_frame);
  EXPECT_TRUE(socket.closed(1s));
  EXPECT_TRUE(soon([&] { return running.site.closed == 1; }));
}

TEST(WebSocket, above_their_limit_sockets_are_refused_and_pages_are_not) {
  RunningServer running([](ServerSettings& settings) { settings.limits.sockets = 1; });
  WebSocket first(running), second(running);
  EXPECT_EQ(first.open().status, 101);
  EXPECT_EQ(second.open().status, 503);
  EXPECT_EQ(Client(running).ask(get).status, 200);
}

TEST(WebSocket, at_stop_each_is_told_1001_and_the_site_of_each) {
  RunningServer running;
  std::vector<std::unique_ptr<WebSocket>> sockets;
  for (int i = 0; i < 5; ++i) {
    sockets.push_back(std::make_unique<WebSocket>(running));
    sockets.back()->open();
  }
  ASSERT_TRUE(soon([&] { return running.site.opened == 5; }));
  running.server.stop();
  for (auto& socket : sockets) {
    EXPECT_EQ(socket->read().code(), 1001);
    socket->send("\x03\xe9", close_frame);
    socket->hang_up();
  }
  running.stop();
  EXPECT_EQ(running.site.closed, 5);
}

TEST(WebSocket, one_accepted_while_the_server_is_cut_off_is_closed_all_the_same) {
  RunningServer running([](ServerSettings& settings) { settings.limits.stop_time = 30ms; });
  std::atomic<bool> asked = false;
  running.site.opening = [&](Request&) {
    asked = true;
    std::this_thread::sleep_for(150ms);
    Response accepted;
    accepted.status = 101;
    return accepted;
  };
  std::thread client([&] { WebSocket(running).open(); });
  ASSERT_TRUE(soon([&] { return asked.load(); }));
  running.stop();
  client.join();
  EXPECT_EQ(running.site.opened, 0);
  EXPECT_EQ(running.site.closed, 1);
}

}  // namespace
