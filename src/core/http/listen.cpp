// Accepting connections, watching the clock over them, and stopping.

#include <algorithm>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <ctime>
#include <system_error>

#include "core/http/connection.hpp"
#include "core/http/shell.hpp"
#include "core/log.hpp"

namespace http {

namespace {

constexpr std::chrono::milliseconds longest_tick{1000}, shortest_tick{10}, wait_for_descriptors{100};
constexpr int backlog = 1024;

/// Fine enough for the shortest limit, and no finer.
std::chrono::milliseconds tick_for(const Limits& limits) {
  const auto shortest =
      std::min({limits.header_time, limits.body_time, limits.idle_time, limits.write_time, limits.stop_time});
  return std::clamp(shortest / 8, shortest_tick, longest_tick);
}

}  // namespace

Shell::Shell(ServerSettings its_settings, Site& its_site)
    : settings(std::move(its_settings)),
      site(its_site),
      proxies(settings.trusted_proxies),
      static_files(settings.static_folder),
      open_(io.get_executor()),
      acceptor_(io),
      timer_(io),
      accept_again_(io),
      pages(settings.workers, 0, settings.limits.queue),
      slow(settings.slow_workers, settings.workers, settings.limits.slow_queue) {
  listen();
}

Shell::~Shell() {
  pages.stop();
  slow.stop();
  guests_.clear();
}

void Shell::listen() {
  const std::string where = settings.address + ":" + std::to_string(settings.port);
  const auto check = [&](const ErrorCode& code) {
    if (code) throw std::system_error(code.value(), std::generic_category(), "cannot listen on " + where);
  };
  ErrorCode failed;
  const auto address = asio::ip::make_address(settings.address, failed);
  if (failed)
    throw std::system_error(std::make_error_code(std::errc::invalid_argument),
                            "\"" + settings.address + "\" is no address to listen on");
  const Tcp::endpoint endpoint(address, settings.port);
  acceptor_.open(endpoint.protocol(), failed);
  check(failed);
  acceptor_.set_option(asio::socket_base::reuse_address(true));
  // "::" takes IPv4 too.
  if (address.is_v6()) acceptor_.set_option(asio::ip::v6_only(false));
  acceptor_.bind(endpoint, failed);
  check(failed);
  acceptor_.listen(backlog, failed);
  check(failed);
  port_ = acceptor_.local_endpoint().port();
}

void Shell::run() {
  accept();
  tick();
  io.run();
  // Every connection has left. What sockets have still to tell the site is told.
  pages.stop();
  slow.stop();
}

void Shell::accept() {
  acceptor_.async_accept(io, [this](const ErrorCode& failed, Tcp::socket socket) {
    if (!failed) admit(std::move(socket));
    if (!acceptor_.is_open()) return;
    if (!failed) return accept();
    // Out of descriptors: the connection stays in the kernel's line until there is one.
    logging::warning("accept failed", {{"why", failed.message()}});
    make_room();
    accept_again_.expires_after(wait_for_descriptors);
    accept_again_.async_wait([this](const ErrorCode& stopped) {
      if (!stopped) accept();
    });
  });
}

void Shell::admit(Tcp::socket socket) {
  ErrorCode gone;
  const auto endpoint = socket.remote_endpoint(gone);
  if (gone) return;
  const auto address = Address::parse(endpoint.address().to_string());
  std::string peer = address ? address->text() : endpoint.address().to_string();
  std::string network = address ? address->network() : peer;
  // Refusing before a byte was read costs least, and is all that a flood deserves.
  if (places_[network] >= settings.limits.connections_per_peer && !proxies.trusts(peer)) {
    refused.fetch_add(1, std::memory_order_relaxed);
    return;
  }
  if (guests_.size() >= settings.limits.connections) make_room();
  if (guests_.size() >= settings.limits.connections) {
    refused.fetch_add(1, std::memory_order_relaxed);
    return;
  }
  ++places_[network];
  socket.set_option(Tcp::no_delay(true), gone);
  std::make_shared<Connection>(*this, std::move(socket), std::move(peer), Place(*this, std::move(network)))->start();
}

void Shell::make_room() {
  std::shared_ptr<Guest> longest;
  auto since = Clock::time_point::max();
  for (const auto& [guest, owner] : guests_)
    if (const auto idle = guest->idle_since(); idle && *idle < since) {
      since = *idle;
      longest = owner;
    }
  if (longest) longest->cut();
}

Shell::Place::~Place() {
  if (!shell_) return;
  const auto place = shell_->places_.find(network_);
  if (--place->second == 0) shell_->places_.erase(place);
}

void Shell::enter(std::shared_ptr<Guest> guest) {
  const Guest* key = guest.get();
  guests_.emplace(key, std::move(guest));
  connections_open_ = guests_.size();
}

void Shell::leave(const Guest& guest) {
  guests_.erase(&guest);
  connections_open_ = guests_.size();
  finish_if_empty();
}

void Shell::enter_socket(SocketId id, SocketGuest& guest) {
  sockets_.emplace(id, &guest);
  sockets_open_ = sockets_.size();
}

void Shell::leave_socket(SocketId id) {
  sockets_.erase(id);
  sockets_open_ = sockets_.size();
}

void Shell::tick() {
  timer_.expires_after(tick_for(settings.limits));
  timer_.async_wait([this](const ErrorCode& stopped) {
    if (stopped) return;
    const auto now = Clock::now();
    std::vector<std::shared_ptr<Guest>> all;  // some leave meanwhile
    all.reserve(guests_.size());
    for (const auto& [key, guest] : guests_) all.push_back(guest);
    const bool late = stopping_ && now >= stop_deadline_;
    for (const auto& guest : all) late ? guest->cut() : guest->check_time(now);
    if (!stopping_ || !guests_.empty()) tick();
  });
}

void Shell::stop() {
  asio::post(io, [this] { begin_stop(); });
}

void Shell::begin_stop() {
  if (!acceptor_.is_open()) return;
  // Those that the kernel has already welcomed are served; from here on it refuses.
  ErrorCode none;
  acceptor_.non_blocking(true, none);
  while (!none) {
    Tcp::socket socket(io);
    acceptor_.accept(socket, none);
    if (!none) admit(std::move(socket));
  }
  acceptor_.close(none);
  accept_again_.cancel();
  // After the one that may just have been accepted.
  asio::post(io, [this] { end_stop(); });
}

void Shell::end_stop() {
  stopping_ = true;
  stop_deadline_ = Clock::now() + settings.limits.stop_time;
  std::vector<std::shared_ptr<Guest>> all;
  for (const auto& [key, guest] : guests_) all.push_back(guest);
  for (const auto& guest : all) guest->stop();
  finish_if_empty();
}

void Shell::finish_if_empty() {
  if (!stopping_ || !guests_.empty()) return;
  timer_.cancel();
  open_.reset();
}

void Shell::send(std::vector<SocketId> ids, std::shared_ptr<const std::string> text) {
  asio::post(io, [this, ids = std::move(ids), text = std::move(text)] {
    for (const SocketId id : ids)
      if (const auto found = sockets_.find(id); found != sockets_.end()) found->second->send(text);
  });
}

void Shell::close(SocketId id, std::uint16_t code, std::string reason) {
  asio::post(io, [this, id, code, reason = std::move(reason)] {
    if (const auto found = sockets_.find(id); found != sockets_.end()) found->second->close(code, reason);
  });
}

ServerCounters Shell::counters() const {
  return {requests, refused, bytes_out, connections_open_, sockets_open_, pages.waiting() + slow.waiting()};
}

std::string_view Shell::date() {
  const std::time_t now = std::time(nullptr);
  if (now != date_second_) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    date_.assign(text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT",
                                     &parts));  // the C locale, which nothing here changes
    date_second_ = now;
  }
  return date_;
}

}  // namespace http
