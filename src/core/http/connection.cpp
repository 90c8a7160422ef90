#include "core/http/connection.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

namespace http {

namespace {

// So long may a client go on sending before it sees the answer: longer when its request was not taken whole.
constexpr std::chrono::seconds linger_refused{5}, linger_answered{1};

}  // namespace

Connection::Connection(Shell& shell, Tcp::socket socket, std::string peer, Shell::Place place)
    : shell_(shell), socket_(std::move(socket)), peer_(std::move(peer)), place_(std::move(place)) {}

void Connection::start() {
  shell_.enter(shared_from_this());
  reader_.emplace(shell_.settings.limits);
  read();
}

void Connection::read() {
  reading_ = true;
  socket_.async_read_some(asio::buffer(incoming_), [self = shared_from_this()](const ErrorCode& failed, size_t bytes) {
    self->arrived(failed, bytes);
  });
}

void Connection::arrived(const ErrorCode& failed, size_t bytes) {
  reading_ = false;
  if (phase_ == Phase::gone || phase_ == Phase::writing) return;  // writing: refused while the rest was still awaited
  if (failed)
    return failed == asio::error::eof && (phase_ == Phase::head || phase_ == Phase::body) ? refuse(400) : leave();
  if (phase_ == Phase::lingering) return read();
  input_.append(incoming_.data(), bytes);
  moved_ += bytes;
  advance();
}

void Connection::advance() {
  try {
    if (phase_ == Phase::idle && !input_.empty()) enter(Phase::head);
    if (phase_ == Phase::head) {
      if (!read_head()) return read();
      if (reader_->expects_continue() && input_.empty()) return say_continue();
    }
    if (phase_ == Phase::body) {
      if (!read_body()) return read();
      return dispatch();
    }
  } catch (const Error& error) {
    return refuse(error.status);
  }
  // Nothing was asked for yet.
  shell_.stopping() ? leave() : read();
}

bool Connection::read_head() {
  std::string_view rest = input_;
  const bool whole = reader_->read_head(rest);
  input_.erase(0, input_.size() - rest.size());
  if (!whole) {
    if (input_.empty()) enter(Phase::idle);  // empty lines only
    return false;
  }
  const Request& request = reader_->request();
  method_ = request.method;
  keep_alive_ = reader_->keep_alive();
  reader_->limit_body(shell_.site.body_limit(request.method, request.path, shell_.settings.limits.body_bytes));
  enter(Phase::body);
  moved_ = input_.size();
  return true;
}

void Connection::say_continue() {
  static constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
  asio::async_write(socket_, asio::buffer(line), [self = shared_from_this()](const ErrorCode& failed, size_t) {
    if (self->phase_ == Phase::body) failed ? self->leave() : self->read();
  });
}

bool Connection::read_body() {
  std::string_view rest = input_;
  const bool whole = reader_->read_body(rest);
  input_.erase(0, input_.size() - rest.size());
  hold_body(reader_->request().body.size());
  if (shell_.bodies_bytes > shell_.settings.limits.bodies_bytes) throw Error(503);
  return whole;
}

void Connection::check_time(Clock::time_point now) {
  const Limits& limits = shell_.settings.limits;
  const auto elapsed = now - since_;
  const auto gained = std::chrono::seconds(moved_ / limits.slowest_bytes_per_second);
  switch (phase_) {
    case Phase::idle:
      if (elapsed >= limits.idle_time) leave();
      break;
    case Phase::head:
      if (elapsed >= limits.header_time) refuse(408);
      break;
    case Phase::body:
      if (elapsed >= limits.body_time + gained) refuse(408);
      break;
    case Phase::writing:
      if (elapsed >= limits.write_time + gained) leave();
      break;
    case Phase::lingering:
      if (elapsed >= (refused_ ? linger_refused : linger_answered)) leave();
      break;
    case Phase::working:
    case Phase::gone:
      break;
  }
}

void Connection::stop() {
  // One whose next request is already here, in the socket or just read, is answered first; for the others the read ends
  // and they leave.
  ErrorCode none;
  if (phase_ == Phase::idle && socket_.available(none) == 0) socket_.cancel(none);
}

void Connection::cut() {
  leave();
}

std::optional<Clock::time_point> Connection::idle_since() const {
  const bool waits =
      phase_ == Phase::idle || phase_ == Phase::head || phase_ == Phase::body || phase_ == Phase::lingering;
  return waits ? std::optional(since_) : std::nullopt;
}

void Connection::enter(Phase phase) {
  phase_ = phase;
  since_ = Clock::now();
  moved_ = 0;
}

void Connection::leave() {
  if (phase_ == Phase::gone) return;
  phase_ = Phase::gone;
  hold_body(0);
  ErrorCode none;
  socket_.close(none);
  // With a worker busy for it, it leaves when that one comes back: the shell does not stop before.
  if (exchange_)
    exchange_->abandoned = true;
  else
    shell_.leave(*this);
}

void Connection::hold_body(size_t bytes) {
  shell_.bodies_bytes += bytes - held_;
  held_ = bytes;
}

}  // namespace http
