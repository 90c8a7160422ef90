#include "core/http/websocket.hpp"

#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>

namespace http {

namespace beast = boost::beast;
namespace websocket = beast::websocket;

namespace {

constexpr size_t key_bytes = 16;
constexpr size_t longest_reason = 123;         // RFC 6455 5.5: a control frame holds 125 bytes
constexpr size_t cost_of_waiting = 64;         // of one message in the queue, besides its text
constexpr std::chrono::seconds close_time{5};  // for the other side to say goodbye too

class Socket : public SocketGuest, public std::enable_shared_from_this<Socket> {
 public:
  Socket(Shell& shell, Tcp::socket socket, Shell::Place place, SocketId id)
      : shell_(shell), place_(std::move(place)), id_(id), stream_(std::move(socket)) {}

  void start(const Request& request, const Response& response);
  void send(const std::shared_ptr<const std::string>& text) override;
  void close(std::uint16_t code, const std::string& reason) override;
  void check_time(Clock::time_point now) override;
  void stop() override { close(websocket::close_code::going_away, {}); }
  void cut() override { over(); }
  [[nodiscard]] std::optional<Clock::time_point> idle_since() const override { return std::nullopt; }

 private:
  void opened();
  void tell(std::function<void(Site&)> what);
  void told();
  void read();
  void arrived();
  bool too_many();
  void write();
  void say_goodbye();
  void over();
  void leave();

  Shell& shell_;
  Shell::Place place_;
  const SocketId id_;
  websocket::stream<Tcp::socket, false> stream_;  // false: no compression, which costs 130 KB for each socket
  beast::flat_buffer incoming_;
  std::deque<std::shared_ptr<const std::string>> queue_;  // the first is being written when writing_
  size_t queue_bytes_ = 0;
  Clock::time_point write_since_, minute_since_ = Clock::now();
  size_t messages_this_minute_ = 0;
  websocket::close_reason goodbye_;
  bool open_ = false, writing_ = false, telling_ = false, closing_ = false, over_ = false;
};

void Socket::start(const Request& request, const Response& response) {
  shell_.enter(shared_from_this());
  shell_.enter_socket(id_, *this);
  websocket::stream_base::timeout times{close_time, shell_.settings.limits.socket_idle_time, true};
  stream_.set_option(times);
  stream_.auto_fragment(false);
  stream_.read_message_max(shell_.settings.limits.socket_message_bytes);
  stream_.set_option(websocket::stream_base::decorator([headers = response.headers](websocket::response_type& answer) {
    for (const auto& [name, value] : headers.pairs()) answer.insert(name, value);
    answer.set(beast::http::field::server, "coopol");  // or Beast writes its version
  }));
  auto handshake =
      std::make_shared<beast::http::request<beast::http::empty_body>>(beast::http::verb::get, request.target, 11);
  for (const auto& [name, value] : request.headers.pairs()) handshake->insert(name, value);
  stream_.async_accept(*handshake, [self = shared_from_this(), handshake](const ErrorCode& failed) {
    failed ? self->over() : self->opened();
  });
}

void Socket::opened() {
  if (over_) return;
  open_ = true;
  tell([id = id_](Site& site) { site.socket_opened(id); });
  if (!queue_.empty()) return write();
  if (closing_) say_goodbye();
}

/// One thing at a time, and nothing more is read meanwhile: so the site gets events in order, and a client cannot send
/// faster than they are taken.
void Socket::tell(std::function<void(Site&)> what) {
  telling_ = true;
  shell_.pages.push([self = shared_from_this(), what = std::move(what)](size_t) mutable {
    what(self->shell_.site);
    auto& io = self->shell_.io;  // where its end belongs, should this be the last to hold it
    asio::post(io, [self = std::move(self)] { self->told(); });
  });
}

void Socket::told() {
  telling_ = false;
  if (over_) return leave();
  if (!closing_) read();
}

void Socket::read() {
  stream_.async_read(incoming_, [self = shared_from_this()](const ErrorCode& failed, size_t) {
    failed ? self->over() : self->arrived();
  });
}

void Socket::arrived() {
  if (over_ || closing_) return;
  if (stream_.got_binary()) return close(websocket::close_code::unknown_data, {});
  if (too_many()) return close(websocket::close_code::policy_error, {});
  std::string text(static_cast<const char*>(incoming_.data().data()), incoming_.size());
  incoming_.clear();
  tell([id = id_, text = std::move(text)](Site& site) { site.socket_message(id, text); });
}

bool Socket::too_many() {
  const auto now = Clock::now();
  if (now - minute_since_ >= std::chrono::minutes(1)) {
    minute_since_ = now;
    messages_this_minute_ = 0;
  }
  return ++messages_this_minute_ > shell_.settings.limits.socket_messages_per_minute;
}

void Socket::send(const std::shared_ptr<const std::string>& text) {
  if (over_ || closing_) return;
  queue_.push_back(text);
  queue_bytes_ += text->size() + cost_of_waiting;
  if (queue_bytes_ > shell_.settings.limits.socket_queue_bytes) return over();
  if (open_ && !writing_) write();
}

void Socket::write() {
  writing_ = true;
  write_since_ = Clock::now();
  stream_.text(true);
  stream_.async_write(asio::buffer(*queue_.front()),
                      [self = shared_from_this(), text = queue_.front()](const ErrorCode& failed, size_t bytes) {
                        if (failed) return self->over();
                        self->writing_ = false;
                        self->shell_.bytes_out.fetch_add(bytes, std::memory_order_relaxed);
                        self->queue_bytes_ -= text->size() + cost_of_waiting;
                        self->queue_.pop_front();
                        if (!self->queue_.empty()) return self->write();
                        if (self->closing_) self->say_goodbye();
                      });
}

void Socket::close(std::uint16_t code, const std::string& reason) {
  if (over_ || closing_) return;
  closing_ = true;
  goodbye_ = websocket::close_reason(static_cast<websocket::close_code>(code), reason.substr(0, longest_reason));
  if (open_ && !writing_) say_goodbye();
}

void Socket::say_goodbye() {
  stream_.async_close(goodbye_, [self = shared_from_this()](const ErrorCode&) { self->over(); });
}

void Socket::check_time(Clock::time_point now) {
  // Clients that say nothing are pinged and cut by Beast; this is for those that do not read.
  if (!writing_ || over_) return;
  const Limits& limits = shell_.settings.limits;
  if (now >=
      write_since_ + limits.write_time + std::chrono::seconds(queue_.front()->size() / limits.slowest_bytes_per_second))
    over();
}

void Socket::over() {
  if (over_) return;
  over_ = true;
  shell_.leave_socket(id_);
  ErrorCode none;
  stream_.next_layer().close(none);
  if (!telling_) leave();
}

void Socket::leave() {
  shell_.pages.push([&site = shell_.site, id = id_](size_t) { site.socket_closed(id); });
  shell_.leave(*this);
}

}  // namespace

int refusal_of_handshake(const Request& request) {
  if (request.headers.get("sec-websocket-version") != "13") return 426;
  const auto key = request.headers.get("sec-websocket-key");
  return request.body.empty() && key.size() == (key_bytes + 2) / 3 * 4 && key.ends_with("==") ? 0 : 400;
}

void open_socket(Shell& shell, Tcp::socket socket, Shell::Place place, SocketId id, const Request& request,
                 const Response& response) {
  std::make_shared<Socket>(shell, std::move(socket), std::move(place), id)->start(request, response);
}

}  // namespace http
