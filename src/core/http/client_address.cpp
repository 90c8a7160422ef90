#include "core/http/client_address.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include "core/http/header_value.hpp"

namespace http {

namespace {

constexpr std::array<unsigned char, 12> v4_inside_v6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

std::string_view without_port(std::string_view text) {
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    return end == std::string_view::npos ? std::string_view{} : text.substr(1, end - 1);
  }
  // One colon: an IPv4 address and its port. Several: an IPv6 address.
  const auto colon = text.find(':');
  return colon != std::string_view::npos && text.find(':', colon + 1) == std::string_view::npos ? text.substr(0, colon)
                                                                                                : text;
}

}  // namespace

std::optional<Address> Address::parse(std::string_view text) {
  const std::string bare(without_port(text));
  Address made;
  if (inet_pton(AF_INET, bare.c_str(), made.bytes_.data()) == 1) {
    made.v4_ = true;
    return made;
  }
  if (inet_pton(AF_INET6, bare.c_str(), made.bytes_.data()) != 1) return std::nullopt;
  if (std::equal(v4_inside_v6.begin(), v4_inside_v6.end(), made.bytes_.begin())) {
    Address inner;
    std::copy_n(made.bytes_.begin() + v4_inside_v6.size(), 4, inner.bytes_.begin());
    inner.v4_ = true;
    return inner;
  }
  return made;
}

std::string Address::text() const {
  char written[INET6_ADDRSTRLEN];
  return inet_ntop(v4_ ? AF_INET : AF_INET6, bytes_.data(), written, sizeof written);
}

std::string Address::network() const {
  if (v4_) return text();
  Address half = *this;
  std::fill(half.bytes_.begin() + 8, half.bytes_.end(), static_cast<unsigned char>(0));
  return half.text() + "/64";
}

bool Address::within(const Address& network, int prefix) const {
  if (v4_ != network.v4_) return false;
  const auto whole = static_cast<size_t>(prefix / 8);
  if (std::memcmp(bytes_.data(), network.bytes_.data(), whole) != 0) return false;
  const int rest = prefix % 8;
  return rest == 0 || (bytes_[whole] >> (8 - rest)) == (network.bytes_[whole] >> (8 - rest));
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks) {
  for (const std::string& text : networks) {
    const auto slash = text.find('/');
    const auto address = Address::parse(text.substr(0, slash));
    int prefix = address && address->v4() ? 32 : 128;
    bool good = address.has_value();
    if (good && slash != std::string::npos) {
      int given = -1;
      const auto [end, failed] = std::from_chars(text.data() + slash + 1, text.data() + text.size(), given);
      good = failed == std::errc{} && end == text.data() + text.size() && given >= 0 && given <= prefix;
      prefix = given;
    }
    if (!good)
      throw std::invalid_argument("trusted proxy \"" + text +
                                  "\" is neither an address nor a network such as 10.0.0.0/8");
    networks_.push_back({*address, prefix});
  }
}

bool TrustedProxies::trusts(const Address& address) const {
  return std::any_of(networks_.begin(), networks_.end(),
                     [&](const Network& n) { return address.within(n.address, n.prefix); });
}

bool TrustedProxies::trusts(std::string_view address) const {
  const auto parsed = Address::parse(address);
  return parsed && trusts(*parsed);
}

std::string TrustedProxies::client(std::string_view peer, const std::vector<std::string_view>& forwarded_for) const {
  const auto from = Address::parse(peer);
  if (!from) return std::string(peer);
  Address client = *from;
  // From the nearest hop outwards, as long as each hop is one of ours.
  for (auto line = forwarded_for.rbegin(); line != forwarded_for.rend(); ++line) {
    std::string_view rest = *line;
    while (!rest.empty()) {
      if (!trusts(client)) return client.text();
      const auto comma = rest.rfind(',');
      const auto hop = Address::parse(trimmed(comma == std::string_view::npos ? rest : rest.substr(comma + 1)));
      if (!hop) return client.text();
      client = *hop;
      rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(0, comma);
    }
  }
  return client.text();
}

std::string peer_key(std::string_view address) {
  const auto parsed = Address::parse(address);
  return parsed ? parsed->network() : std::string(address);
}

}  // namespace http
