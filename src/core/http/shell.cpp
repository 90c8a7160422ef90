// Running and stopping, and the register of who is inside.

#include "core/http/shell.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <ctime>

namespace http {

namespace {

constexpr std::chrono::milliseconds longest_tick{1000}, shortest_tick{10};

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

void Shell::run() {
  accept();
  tick();
  io.run();
  // Every connection has left. What sockets have still to tell the site is told.
  pages.stop();
  slow.stop();
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
