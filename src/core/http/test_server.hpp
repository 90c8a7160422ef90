#pragma once
// For tests: a real server on a free port, a tiny site, and clients that speak raw bytes.

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/http/header_value.hpp"
#include "core/http/server.hpp"

namespace http::testing {

using namespace std::chrono_literals;

/// Answers with what each test says; /echo and sockets give back what they get.
class TinySite : public Site {
 public:
  std::function<Response(Request&)> handler = [](Request& request) {
    return Response::text(request.method == Method::post ? request.body : "bonjour");
  };
  std::function<Response(Request&)> opening = [](Request&) {
    Response accepted;
    accepted.status = 101;
    return accepted;
  };
  std::function<void(SocketId, std::string)> message;
  Server* server = nullptr;
  std::atomic<int> opened = 0, closed = 0, messages = 0;
  std::atomic<SocketId> last_socket = 0;

  [[nodiscard]] size_t body_limit(Method, std::string_view path, size_t usual) const noexcept override {
    return path == "/grand" ? 50 * 1024 * 1024 : usual;
  }
  [[nodiscard]] bool slow(Method, std::string_view path) const noexcept override { return path == "/lent"; }
  Response answer(Request& request) noexcept override {
    request.route = request.path;
    return handler(request);
  }
  Response socket_opening(Request& request, SocketId) noexcept override { return opening(request); }
  void socket_opened(SocketId id) noexcept override {
    last_socket = id;
    ++opened;
  }
  void socket_message(SocketId id, std::string text) noexcept override {
    ++messages;
    if (message) return message(id, std::move(text));
    server->send(id, std::make_shared<const std::string>(std::move(text)));
  }
  void socket_closed(SocketId) noexcept override { ++closed; }
};

class RunningServer {
 public:
  explicit RunningServer(const std::function<void(ServerSettings&)>& change = {}) : server(settings(change), site) {
    site.server = &server;
    thread_ = std::thread([this] {
      server.run();
      stopped_ = true;
    });
  }
  ~RunningServer() { stop(); }
  void stop() {
    server.stop();
    if (thread_.joinable()) thread_.join();
  }
  [[nodiscard]] bool stopped() const { return stopped_; }

  TinySite site;
  Server server;

 private:
  static ServerSettings settings(const std::function<void(ServerSettings&)>& change) {
    ServerSettings made;
    made.port = 0;
    made.workers = 2;
    if (change) change(made);
    return made;
  }
  std::atomic<bool> stopped_ = false;
  std::thread thread_;
};

struct Answer {
  int status = 0;  ///< 0: none came
  std::string head, body;
  [[nodiscard]] std::string header(std::string_view name) const {
    for (size_t at = head.find("\r\n"); at != std::string::npos && at + 2 < head.size();
         at = head.find("\r\n", at + 2)) {
      const auto line = std::string_view(head).substr(at + 2, head.find("\r\n", at + 2) - at - 2);
      if (same(line.substr(0, line.find(':')), name) && line.find(':') != std::string_view::npos)
        return std::string(trimmed(line.substr(line.find(':') + 1)));
    }
    return {};
  }
};

class Client {
 public:
  explicit Client(const RunningServer& running, int receive_buffer = 0) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    if (receive_buffer) setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    const int yes = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(running.server.port());
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  [[nodiscard]] bool connected() const { return connected_; }
  /// False when the server no longer takes it.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<size_t>(sent));
    }
    return true;
  }
  void finish_sending() { ::shutdown(socket_, SHUT_WR); }

  /// One answer. Without its body if it is to a HEAD.
  Answer read(bool to_head = false, std::chrono::milliseconds within = 5s) {
    Answer answer;
    size_t end = 0;
    while ((end = input_.find("\r\n\r\n")) == std::string::npos)
      if (!more(within)) return answer;
    answer.head = input_.substr(0, end + 2);
    input_.erase(0, end + 4);
    answer.status = std::stoi(answer.head.substr(9, 3));
    const auto length = answer.header("content-length");
    const size_t bytes = to_head || length.empty() ? 0 : std::stoul(length);
    while (input_.size() < bytes)
      if (!more(within)) break;
    answer.body = input_.substr(0, bytes);
    input_.erase(0, bytes);
    return answer;
  }
  Answer ask(std::string_view bytes, bool to_head = false) {
    send(bytes);
    return read(to_head);
  }
  /// That many bytes, or as many as come.
  std::string take(size_t bytes, std::chrono::milliseconds within = 5s) {
    while (input_.size() < bytes)
      if (!more(within)) break;
    std::string taken = input_.substr(0, bytes);
    input_.erase(0, bytes);
    return taken;
  }
  /// Does the server close, having sent nothing more?
  bool closed(std::chrono::milliseconds within = 5s) {
    if (!input_.empty()) return false;
    return !more(within) && !timed_out_;
  }

 private:
  bool more(std::chrono::milliseconds within) {
    pollfd ready{socket_, POLLIN, 0};
    timed_out_ = poll(&ready, 1, static_cast<int>(within.count())) == 0;
    if (timed_out_) return false;
    char buffer[65536];
    const auto got = ::recv(socket_, buffer, sizeof buffer, 0);
    if (got <= 0) return false;
    input_.append(buffer, static_cast<size_t>(got));
    return true;
  }
  int socket_;
  bool connected_ = false, timed_out_ = false;
  std::string input_;
};

/// Waits for what another thread brings about.
inline bool soon(const std::function<bool()>& happened, std::chrono::milliseconds within = 5s) {
  const auto until = std::chrono::steady_clock::now() + within;
  while (!happened()) {
    if (std::chrono::steady_clock::now() > until) return false;
    std::this_thread::sleep_for(2ms);
  }
  return true;
}

constexpr std::string_view get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

}  // namespace http::testing
