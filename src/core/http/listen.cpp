// Listening, and who may come in.

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/ip/v6_only.hpp>
#include <system_error>

#include "core/http/connection.hpp"
#include "core/http/shell.hpp"
#include "core/log.hpp"

namespace http {

namespace {

constexpr std::chrono::milliseconds wait_for_descriptors{100};
constexpr int backlog = 1024;
constexpr rlim_t other_descriptors = 128;  // databases, log, files

/// A connection is a descriptor, and shells give a process 1024 unless it asks for more.
void raise_descriptors(size_t connections) {
  const rlim_t wanted = connections + other_descriptors;
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min(wanted, limit.rlim_max);
  setrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_cur < wanted) logging::warning("few descriptors", {{"allowed", limit.rlim_cur}, {"wanted", wanted}});
}

}  // namespace

void Shell::listen() {
  raise_descriptors(settings.limits.connections);
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
  const auto taken = places_.find(network);
  if (taken != places_.end() && taken->second >= settings.limits.connections_per_peer && !proxies.trusts(peer)) {
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

}  // namespace http
