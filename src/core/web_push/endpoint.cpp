#include "core/web_push/endpoint.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace web_push {
namespace {

constexpr std::string_view loopback = "127.0.0.1";

struct Part {
  char* text = nullptr;
  ~Part() { curl_free(text); }
};

std::optional<std::string> part(CURLU* url, CURLUPart which) {
  Part found;
  if (curl_url_get(url, which, &found.text, 0) != CURLUE_OK) return std::nullopt;
  return found.text;
}

bool named(const std::string& host, const std::vector<std::string>& hosts) {
  return std::ranges::any_of(hosts, [&](std::string_view known) {
    if (!known.starts_with("*.")) return host == known;
    return host.size() > known.size() - 1 && host.ends_with(known.substr(1));
  });
}

struct Range {
  const char* first;
  unsigned bits;
};
// IANA's registries of addresses for special purposes (RFC 6890 and what came after).
constexpr std::array closed4{Range{"0.0.0.0", 8},      Range{"10.0.0.0", 8},     Range{"100.64.0.0", 10},
                             Range{"127.0.0.0", 8},    Range{"169.254.0.0", 16}, Range{"172.16.0.0", 12},
                             Range{"192.0.0.0", 24},   Range{"192.0.2.0", 24},   Range{"192.88.99.0", 24},
                             Range{"192.168.0.0", 16}, Range{"198.18.0.0", 15},  Range{"198.51.100.0", 24},
                             Range{"203.0.113.0", 24}, Range{"224.0.0.0", 4},    Range{"240.0.0.0", 4}};
constexpr Range open6{"2000::", 3};
// Tunnels to addresses of the fourth version, documentation, and what belongs to no network.
constexpr std::array closed6{Range{"2001::", 23}, Range{"2001:db8::", 32}, Range{"2002::", 16}, Range{"3fff::", 20}};

template <class Address>
bool within(const Address& address, int family, const Range& range) {
  Address first;
  if (inet_pton(family, range.first, &first) != 1) return false;
  std::array<unsigned char, sizeof(Address)> a{}, b{};
  std::memcpy(a.data(), &address, a.size());
  std::memcpy(b.data(), &first, b.size());
  for (unsigned bit = 0; bit < range.bits; ++bit)
    if (((a[bit / 8] ^ b[bit / 8]) >> (7 - bit % 8)) & 1) return false;
  return true;
}

}  // namespace

std::optional<Endpoint> read_endpoint(std::string_view text, const Settings& settings) {
  if (text.size() > longest_endpoint) return std::nullopt;
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), curl_url_cleanup);
  if (!url || curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), CURLU_DISALLOW_USER) != CURLUE_OK)
    return std::nullopt;
  const auto scheme = part(url.get(), CURLUPART_SCHEME), host = part(url.get(), CURLUPART_HOST),
             port = part(url.get(), CURLUPART_PORT), whole = part(url.get(), CURLUPART_URL);
  if (!scheme || !host || !whole) return std::nullopt;
  if (settings.push_loopback && *scheme == "http" && *host == loopback)
    return Endpoint{*whole, *scheme + "://" + *host + (port ? ":" + *port : "")};
  if (*scheme != "https" || (port && *port != "443") || !named(*host, settings.push_hosts)) return std::nullopt;
  return Endpoint{*whole, "https://" + *host};
}

bool is_public(const sockaddr* address) {
  if (address->sa_family == AF_INET) {
    const auto& v4 = reinterpret_cast<const sockaddr_in*>(address)->sin_addr;
    return std::ranges::none_of(closed4, [&](const Range& range) { return within(v4, AF_INET, range); });
  }
  if (address->sa_family != AF_INET6) return false;
  const auto& v6 = reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr;
  return within(v6, AF_INET6, open6) &&
         std::ranges::none_of(closed6, [&](const Range& range) { return within(v6, AF_INET6, range); });
}

}  // namespace web_push
