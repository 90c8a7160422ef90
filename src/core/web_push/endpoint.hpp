#pragma once
// The address that a browser gives for its messages. A member's browser says it, so it is not trusted: it must be of a
// known push service, and what it leads to must not be a machine of ours.

#include <sys/socket.h>

#include <optional>
#include <string>
#include <string_view>

#include "core/settings.hpp"

namespace web_push {

inline constexpr size_t longest_endpoint = 1000;  // octets

struct Endpoint {
  std::string url;
  std::string origin;  ///< https://host
};
/// Nothing unless it is https, at the usual port, of a host that settings.push_hosts names. With settings.push_loopback
/// http://127.0.0.1 will do too.
std::optional<Endpoint> read_endpoint(std::string_view url, const Settings& settings);

/// Is it an address that everybody on the Internet could reach?
bool is_public(const sockaddr* address);

}  // namespace web_push
