#pragma once
// What Server hides. All of it lives on the I/O thread (the one in run()), unless said otherwise.

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/http/client_address.hpp"
#include "core/http/figures.hpp"
#include "core/http/server.hpp"
#include "core/http/static_files.hpp"
#include "core/http/worker_pool.hpp"

namespace http {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using Clock = std::chrono::steady_clock;
using ErrorCode = boost::system::error_code;

/// Whoever holds a socket: an HTTP connection or a WebSocket.
class Guest {
 public:
  virtual ~Guest() = default;
  virtual void check_time(Clock::time_point now) = 0;  ///< leaves when its time is up
  virtual void stop() = 0;                             ///< finishes what is under way, then leaves
  virtual void cut() = 0;                              ///< leaves now
  /// Since when it has kept us waiting without anything of ours under way; only such guests give way to others.
  [[nodiscard]] virtual std::optional<Clock::time_point> idle_since() const = 0;
};

/// What a WebSocket offers besides.
class SocketGuest : public Guest {
 public:
  virtual void send(const std::shared_ptr<const std::string>& text) = 0;
  virtual void close(std::uint16_t code, const std::string& reason) = 0;
};

class Shell {
 public:
  Shell(ServerSettings its_settings, Site& its_site);
  ~Shell();
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }  // any thread
  void run();
  void stop();                                                                    // any thread
  void send(std::vector<SocketId> ids, std::shared_ptr<const std::string> text);  // any thread
  void close(SocketId id, std::uint16_t code, std::string reason);                // any thread
  [[nodiscard]] ServerCounters counters() const;                                  // any thread

  /// One place among the connections of a peer, given back when destroyed.
  class Place {
   public:
    Place(Shell& shell, std::string network) : shell_(&shell), network_(std::move(network)) {}
    Place(Place&& other) noexcept : shell_(std::exchange(other.shell_, nullptr)), network_(std::move(other.network_)) {}
    Place& operator=(Place&&) = delete;
    ~Place();

   private:
    Shell* shell_;
    std::string network_;
  };

  void enter(std::shared_ptr<Guest> guest);
  void leave(const Guest& guest);
  void enter_socket(SocketId id, SocketGuest& guest);
  void leave_socket(SocketId id);
  [[nodiscard]] bool stopping() const { return stopping_; }
  [[nodiscard]] std::string_view date();  ///< for the Date header, made once a second
  SocketId next_socket_id() { return ++last_socket_; }
  [[nodiscard]] bool takes_sockets() const { return sockets_.size() < settings.limits.sockets; }

  const ServerSettings settings;
  Site& site;
  const TrustedProxies proxies;
  const StaticFiles static_files;
  Figures figures;
  std::atomic<std::uint64_t> requests = 0, refused = 0, bytes_out = 0;
  size_t bodies_bytes = 0;

 private:
  void listen();
  void accept();
  void admit(Tcp::socket socket);
  void make_room();
  void tick();
  void begin_stop();
  void end_stop();
  void finish_if_empty();

  std::uint16_t port_ = 0;
  std::unordered_map<std::string, size_t> places_;
  std::atomic<std::uint64_t> connections_open_ = 0, sockets_open_ = 0;
  SocketId last_socket_ = 0;
  bool stopping_ = false;
  Clock::time_point stop_deadline_;
  std::string date_;
  std::time_t date_second_ = 0;

  // In this order: what has a socket goes before the context, and the threads that post to it before everything.
 public:
  asio::io_context io{1};

 private:
  std::unordered_map<const Guest*, std::shared_ptr<Guest>> guests_;
  std::unordered_map<SocketId, SocketGuest*> sockets_;
  asio::executor_work_guard<asio::io_context::executor_type> open_;
  Tcp::acceptor acceptor_;
  asio::steady_timer timer_, accept_again_;

 public:
  WorkerPool pages, slow;
};

}  // namespace http
