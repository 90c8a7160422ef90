// The second half of a connection's turn: from the whole request to the last byte of the answer.

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>

#include "core/crypto.hpp"
#include "core/http/compress.hpp"
#include "core/http/connection.hpp"
#include "core/http/headers.hpp"
#include "core/http/websocket.hpp"
#include "core/log.hpp"

namespace http {

namespace {

constexpr size_t id_bytes = 9;
const std::string no_route = "none", refused_route = "refused";
constexpr int retry_after_seconds = 2;

std::string_view words(int status) {
  switch (status) {
    case 408:
      return "La demande a mis trop de temps à arriver.";
    case 413:
      return "C’est trop lourd. Reviens en arrière et choisis quelque chose de plus petit.";
    case 414:
      return "L’adresse est trop longue.";
    case 503:
      return "Il y a beaucoup de monde en ce moment. Réessaie dans quelques secondes.";
    default:
      return "La demande n’a pas pu être lue.";
  }
}

}  // namespace

void Connection::dispatch() {
  shell_.requests.fetch_add(1, std::memory_order_relaxed);
  auto exchange = std::make_shared<Exchange>();
  Request& request = exchange->request;
  const bool wants_socket = reader_->asks_for_socket();
  request = reader_->take();
  request.received = asked_ = Clock::now();
  request.peer = shell_.proxies.client(peer_, request.headers.all("x-forwarded-for"));
  request.id = id_ = crypto::random_token(id_bytes);
  if (answer_static(request)) return;
  if (wants_socket) {
    if (const int status = refusal_of_handshake(request)) return refuse(status);
    if (!input_.empty()) return refuse(400);  // speaks before it was answered
    if (!shell_.takes_sockets()) return refuse(503);
    exchange->socket = shell_.next_socket_id();
  }
  hand_over(std::move(exchange));
}

bool Connection::answer_static(const Request& request) {
  auto found = shell_.static_files.find(request);
  if (!found) return false;
  route_ = "/static/{}";
  respond(std::move(found->head), found->body);
  return true;
}

void Connection::hand_over(std::shared_ptr<Exchange> exchange) {
  enter(Phase::working);
  exchange_ = exchange;
  WorkerPool& pool = shell_.site.slow(exchange->request.method, exchange->request.path) ? shell_.slow : shell_.pages;
  const bool taken = pool.try_push([self = shared_from_this(), exchange = std::move(exchange)](size_t worker) mutable {
    Request& request = exchange->request;
    request.worker = worker;
    if (!exchange->abandoned) {
      Site& site = self->shell_.site;
      exchange->response = exchange->socket ? site.socket_opening(request, exchange->socket) : site.answer(request);
      // Compression belongs to the worker: it takes as long as making the page.
      compress(exchange->response, request.headers.get("accept-encoding"));
    }
    // All that this thread holds of the connection goes along: its end belongs to the I/O thread.
    auto& io = self->shell_.io;
    asio::post(io, [self = std::move(self), exchange = std::move(exchange)] { self->answered(*exchange); });
  });
  if (taken) return;
  exchange_.reset();
  refuse(503);
}

void Connection::answered(Exchange& exchange) {
  exchange_.reset();
  route_ = std::move(exchange.request.route);
  const bool accepted = exchange.socket && exchange.response.status == 101;
  if (phase_ == Phase::gone) {
    if (accepted) shell_.pages.push([&site = shell_.site, id = exchange.socket](size_t) { site.socket_closed(id); });
    return shell_.leave(*this);
  }
  if (!accepted) return respond(std::move(exchange.response), {});
  took_ = Clock::now() - asked_;
  log(101, 0);
  open_socket(shell_, std::move(socket_), std::move(place_), exchange.socket, exchange.request, exchange.response);
  leave();
}

void Connection::refuse(int status) {
  shell_.refused.fetch_add(1, std::memory_order_relaxed);
  keep_alive_ = false;
  refused_ = true;
  asked_ = Clock::now();
  route_ = refused_route;
  Response response = Response::text(std::string(words(status)) + "\n", status);
  if (status == 503) response.headers.add("retry-after", std::to_string(retry_after_seconds));
  if (status == 426) response.headers.add("sec-websocket-version", "13");
  respond(std::move(response), {});
}

/// `body` is for what lives longer than the answer; else it is the response's own.
void Connection::respond(Response response, std::string_view body) {
  hold_body(0);
  took_ = Clock::now() - asked_;
  keep_alive_ = keep_alive_ && !shell_.stopping();
  response_ = std::move(response);
  body_ = body.empty() ? std::string_view(response_.body) : body;
  head_ = write_head(response_, {body_.size(), keep_alive_, shell_.settings.https, shell_.date()});
  if (method_ == Method::head || !has_body(response_.status)) body_ = {};
  enter(Phase::writing);
  write();
}

void Connection::write() {
  const size_t of_body = moved_ > head_.size() ? moved_ - head_.size() : 0;
  const std::array<asio::const_buffer, 2> rest{asio::buffer(head_) + moved_, asio::buffer(body_) + of_body};
  socket_.async_write_some(rest, [self = shared_from_this()](const ErrorCode& failed, size_t bytes) {
    if (self->phase_ == Phase::gone) return;
    if (failed) return self->leave();
    self->moved_ += bytes;
    self->moved_ < self->head_.size() + self->body_.size() ? self->write() : self->written();
  });
}

void Connection::written() {
  shell_.bytes_out.fetch_add(moved_, std::memory_order_relaxed);
  log(response_.status, moved_);
  if (!keep_alive_) return linger();
  response_ = {};
  reader_.emplace(shell_.settings.limits);
  method_ = Method::other;
  enter(Phase::idle);
  advance();
}

/// Closing at once, while the client still writes, could make it lose the answer (RFC 9112 9.6).
void Connection::linger() {
  enter(Phase::lingering);
  ErrorCode none;
  socket_.shutdown(Tcp::socket::shutdown_send, none);
  if (!reading_) read();
}

void Connection::log(int status, size_t bytes) {
  const double seconds = std::chrono::duration<double>(took_).count();
  const std::string& route = route_.empty() ? no_route : route_;
  shell_.figures.count(route, status, seconds);
  logging::info("request", {{"id", id_},
                            {"method", name(method_)},
                            {"route", route},
                            {"status", status},
                            {"bytes", bytes},
                            {"ms", seconds * 1000}});
}

}  // namespace http
