#pragma once
// The HTTP/1.1 and WebSocket shell: sockets, limits, timeouts, a bounded pool of workers. Asio and Beast stay behind
// it. RFC 9112 (HTTP/1.1), RFC 6455 (WebSocket).

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/http/message.hpp"

namespace http {

/// What one client, and all together, may ask for. Refusals are answers of the shell; the site never sees those
/// requests.
struct Limits {
  size_t header_bytes = 16 * 1024;  ///< request line and headers together → 431
  size_t header_count = 100;        ///< → 431
  size_t target_bytes = 4 * 1024;   ///< → 414
  size_t body_bytes = 256 * 1024;   ///< unless Site::body_limit says otherwise → 413
  size_t bodies_bytes =
      256 * 1024 * 1024;              ///< bodies being read or waiting for a worker, all connections together → 503
  size_t connections = 4096;          ///< at once; above, the one that has kept us waiting longest is closed
  size_t connections_per_peer = 256;  ///< /64 for IPv6; not for trusted proxies
  size_t sockets = 3072;              ///< WebSockets among the connections; above → 503
  size_t queue = 512;                 ///< requests waiting for a worker; above → 503 with Retry-After
  size_t slow_queue = 64;             ///< the same for requests that are slow (Site::slow)
  size_t slowest_bytes_per_second = 4 * 1024;  ///< each such portion of a body, or of an answer, gains a second
  std::chrono::milliseconds header_time{
      std::chrono::seconds{10}};  ///< from first byte to end of headers (slow clients) → 408
  std::chrono::milliseconds body_time{std::chrono::seconds{20}};  ///< whole body, see slowest_bytes_per_second → 408
  std::chrono::milliseconds idle_time{std::chrono::seconds{75}};  ///< keep-alive
  std::chrono::milliseconds write_time{
      std::chrono::seconds{20}};  ///< whole answer, see slowest_bytes_per_second; then the connection is cut
  std::chrono::milliseconds stop_time{std::chrono::seconds{20}};  ///< graceful stop: what is under way may finish
  size_t socket_message_bytes = 64 * 1024;  ///< one WebSocket message from a client → close 1009
  size_t socket_messages_per_minute = 600;  ///< → close 1008
  size_t socket_queue_bytes = 1024 * 1024;  ///< waiting to leave for one slow WebSocket; above, it is cut
  std::chrono::milliseconds socket_idle_time{
      std::chrono::seconds{60}};  ///< pinged after half of it, cut when nothing comes back
};

/// One WebSocket connection, as the site knows it. Ids are never used twice.
using SocketId = std::uint64_t;

/// What the shell asks of the site. All but `body_limit` and `slow` run on worker threads.
class Site {
 public:
  virtual ~Site() = default;
  /// Bytes of body that this route takes; called on the I/O thread before the body is read, so it must be quick.
  [[nodiscard]] virtual size_t body_limit(Method method, std::string_view path, size_t usual) const noexcept = 0;
  /// Does this route wait for something slow, such as a password? Then it has workers of its own, so that pages never
  /// stand behind it. Called on the I/O thread.
  [[nodiscard]] virtual bool slow(Method, std::string_view) const noexcept { return false; }
  /// Never throws: errors are answers. HEAD comes as HEAD; the shell drops the body.
  virtual Response answer(Request& request) noexcept = 0;
  /// A WebSocket asks to open at request.path; the site checks its Origin. Answer with status 101 to accept, or refuse
  /// with any other answer.
  virtual Response socket_opening(Request& request, SocketId id) noexcept = 0;
  /// From here on, what is sent arrives in order. Not called when the client leaves before.
  virtual void socket_opened(SocketId id) noexcept = 0;
  virtual void socket_message(SocketId id, std::string text) noexcept = 0;  ///< in order for each socket, one at a time
  virtual void socket_closed(SocketId id) noexcept = 0;  ///< exactly once for each accepted socket, and last
};

struct ServerSettings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8700;  ///< 0: any free one, see Server::port
  size_t workers = 4;
  size_t slow_workers = 2;                   ///< besides; their Request::worker goes on from `workers`
  std::vector<std::string> trusted_proxies;  ///< addresses or networks whose X-Forwarded-For is believed
  std::string static_folder;                 ///< served under /static/, see static_files.hpp
  bool https = false;  ///< people reach the site over https: says so to browsers (Strict-Transport-Security)
  Limits limits;
};

struct ServerCounters {  ///< for /metrics; all monotonic but the gauges
  std::uint64_t requests, refused, bytes_out;
  std::uint64_t connections_open, sockets_open, queue_length;  // gauges
};

/// Answers of one route (Request::route). Time runs from the complete request to the complete answer, waiting for a
/// worker included.
struct RouteFigures {
  static constexpr std::array<double, 12> bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                 0.1,   0.25,   0.5,   1,    2.5,   10};  ///< seconds
  std::string route;
  std::array<std::uint64_t, 6> by_class{};                 ///< [2] counts 2xx…
  std::array<std::uint64_t, bounds.size() + 1> by_time{};  ///< not cumulative; the last is for those above
  double seconds = 0;
};

class Shell;

class Server {
 public:
  Server(ServerSettings settings, Site& site);  ///< binds at once; throws std::system_error with a clear message
  ~Server();
  [[nodiscard]] std::uint16_t port() const;
  void run();   ///< until stop(); then finishes what is under way, closes WebSockets with 1001, returns
  void stop();  ///< from any thread (of a signal handler too, if it has one of its own)
  void send(SocketId id, std::shared_ptr<const std::string> text);  ///< any thread; ignored when the socket is gone
  void send(std::vector<SocketId> ids, std::shared_ptr<const std::string> text);
  void close(SocketId id, std::uint16_t code, std::string reason);  ///< any thread; after what was sent before
  [[nodiscard]] ServerCounters counters() const;
  [[nodiscard]] std::vector<RouteFigures> routes() const;

 private:
  std::unique_ptr<Shell> shell_;
};

}  // namespace http
