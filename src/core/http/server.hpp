#pragma once
// The HTTP/1.1 and WebSocket shell: sockets, limits, timeouts, a bounded pool of workers. Beast stays behind it.
// RFC 9112 (HTTP/1.1), RFC 6455 (WebSocket).

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/http/message.hpp"

namespace http {

struct Limits {
  size_t header_bytes = 16 * 1024;             ///< request line and headers together → 431
  size_t header_count = 100;                   ///< → 431
  size_t target_bytes = 4 * 1024;              ///< → 414
  size_t body_bytes = 256 * 1024;              ///< unless Site::body_limit says otherwise → 413
  size_t connections = 4096;                   ///< accepted at once; above, the oldest idle one is closed
  size_t connections_per_peer = 256;           ///< /64 for IPv6; not for trusted proxies
  size_t queue = 512;                          ///< requests waiting for a worker; above → 503 with Retry-After
  std::chrono::seconds header_time{10};        ///< from first byte to end of headers (slow clients) → 408
  std::chrono::seconds body_time{60};          ///< whole body; and at least 1 KB/s on average
  std::chrono::seconds idle_time{75};          ///< keep-alive
  std::chrono::seconds write_time{60};         ///< whole answer
  std::chrono::seconds stop_time{20};          ///< graceful stop: what is under way may finish
  size_t socket_message_bytes = 64 * 1024;     ///< one WebSocket message from a client
  size_t socket_queue_bytes = 1024 * 1024;     ///< waiting to leave for one slow WebSocket; above, it is closed
};

/// One WebSocket connection, as the site knows it. Ids are never used twice.
using SocketId = std::uint64_t;

/// What the shell asks of the site. All but `body_limit` run on worker threads.
class Site {
 public:
  virtual ~Site() = default;
  /// Bytes of body that this route takes; called on the I/O thread before the body is read, so it must be quick.
  [[nodiscard]] virtual size_t body_limit(Method method, std::string_view path, size_t usual) const noexcept = 0;
  /// Never throws: errors are answers. HEAD comes as HEAD; the shell drops the body.
  virtual Response answer(Request& request) noexcept = 0;
  /// A WebSocket asks to open at request.path. Answer with status 101 to accept, or refuse with any other answer.
  virtual Response socket_opening(Request& request, SocketId id) noexcept = 0;
  virtual void socket_opened(SocketId id) noexcept = 0;
  virtual void socket_message(SocketId id, std::string text) noexcept = 0;  ///< in order for each socket
  virtual void socket_closed(SocketId id) noexcept = 0;                     ///< exactly once for each accepted socket
};

struct ServerSettings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8700;  ///< 0: any free one, see Server::port
  size_t workers = 4;
  std::vector<std::string> trusted_proxies;  ///< addresses or CIDR whose Forwarded / X-Forwarded-For is believed
  std::string static_folder;                 ///< served under /static/: immutable for a year, precompressed .br/.gz beside, nosniff
  Limits limits;
};

struct ServerCounters {  ///< for /metrics; all monotonic but the gauges
  std::uint64_t requests, refused, bytes_out;
  std::uint64_t connections_open, sockets_open, queue_length;  // gauges
};

class Server {
 public:
  Server(ServerSettings settings, Site& site);  ///< binds at once; throws std::system_error with a clear message
  ~Server();
  [[nodiscard]] std::uint16_t port() const;
  void run();   ///< until stop(); then finishes what is under way, closes WebSockets with 1001, returns
  void stop();  ///< from any thread or a signal handler's thread
  void send(SocketId id, std::shared_ptr<const std::string> text);  ///< any thread; ignored when the socket is gone
  void close(SocketId id, std::uint16_t code, std::string reason);  ///< any thread
  [[nodiscard]] ServerCounters counters() const;

 private:
  class Shell;
  std::unique_ptr<Shell> shell_;
};

}  // namespace http
