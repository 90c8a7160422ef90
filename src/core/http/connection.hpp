#pragma once
// One HTTP/1.1 connection: reads a request, has it answered, writes the answer, and begins again. Never more than one
// of these at a time, so that pipelined requests are answered in order.

#include <array>
#include <memory>
#include <string>

#include "core/http/request_reader.hpp"
#include "core/http/shell.hpp"

namespace http {

class Connection : public Guest, public std::enable_shared_from_this<Connection> {
 public:
  Connection(Shell& shell, Tcp::socket socket, std::string peer, Shell::Place place);
  void start();

  void check_time(Clock::time_point now) override;
  void stop() override;
  void cut() override;
  [[nodiscard]] std::optional<Clock::time_point> idle_since() const override;

 private:
  /// A request on its way through a worker and back.
  struct Exchange {
    Request request;
    Response response;
    SocketId socket = 0;                  ///< when a WebSocket was asked for
    std::atomic<bool> abandoned = false;  ///< nobody waits for the answer any more
  };
  enum class Phase : unsigned char { idle, head, body, working, writing, lingering, gone };

  void read();
  void arrived(const ErrorCode& failed, size_t bytes);
  void advance();
  bool read_head();
  bool read_body();
  void say_continue();
  void dispatch();
  bool answer_static(const Request& request);
  void hand_over(std::shared_ptr<Exchange> exchange);
  void answered(Exchange& exchange);
  void refuse(int status);
  void respond(Response response, std::string_view body);
  void write();
  void written();
  void linger();
  void log(int status, size_t bytes);
  void enter(Phase phase);
  void leave();
  void hold_body(size_t bytes);

  Shell& shell_;
  Tcp::socket socket_;
  const std::string peer_;
  Shell::Place place_;
  std::array<char, 8192> incoming_;
  std::string input_;  // arrived, not yet taken
  std::optional<RequestReader> reader_;
  Phase phase_ = Phase::idle;
  Clock::time_point since_ = Clock::now();  // when this phase began
  size_t moved_ = 0;                        // bytes read or written in this phase
  size_t held_ = 0;                         // of Shell::bodies_bytes
  bool keep_alive_ = true;
  bool reading_ = false;
  bool refused_ = false;
  std::shared_ptr<Exchange> exchange_;  // while working

  // The answer, and what the log says of it.
  Response response_;
  std::string head_;
  std::string_view body_;
  Clock::time_point asked_;  // when the request was complete
  Clock::duration took_{};   // until the answer was
  std::string id_, route_;
  Method method_ = Method::other;
};

}  // namespace http
