#pragma once
// Who is at the other end: the socket's peer, or the client a trusted proxy names.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

/// An IPv4 or IPv6 address; IPv4 inside IPv6 (::ffff:192.0.2.7) is IPv4.
class Address {
 public:
  static std::optional<Address> parse(
      std::string_view text);  ///< "192.0.2.7", "2001:db8::1", "[2001:db8::1]", with or without a port
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::string network() const;  ///< what stands for one client: IPv4 itself, "2001:db8:1:2::/64"
  [[nodiscard]] bool within(const Address& network, int prefix) const;
  [[nodiscard]] bool v4() const { return v4_; }

 private:
  std::array<unsigned char, 16> bytes_{};  // IPv4 uses the first four
  bool v4_ = false;
};

class TrustedProxies {
 public:
  /// Addresses or networks ("10.0.0.0/8"); throws std::invalid_argument naming the one that is neither.
  explicit TrustedProxies(const std::vector<std::string>& networks);
  [[nodiscard]] bool trusts(std::string_view address) const;
  /// The client behind `peer`: the last address of X-Forwarded-For that is not itself a trusted proxy. A peer that is
  /// not trusted is the client, whatever it says. `Forwarded` (RFC 7239) is not read: a proxy that sets only the one
  /// hands the other through as the client wrote it.
  [[nodiscard]] std::string client(std::string_view peer, const std::vector<std::string_view>& forwarded_for) const;

 private:
  struct Network {
    Address address;
    int prefix;
  };
  [[nodiscard]] bool trusts(const Address& address) const;
  std::vector<Network> networks_;
};

/// What stands for a client in a key: an IPv4 address itself, the /64 of an IPv6 address (one household has 2^64 of
/// them).
std::string peer_key(std::string_view address);

}  // namespace http
