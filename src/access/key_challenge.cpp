#include "access/key_challenge.hpp"

#include "core/crypto.hpp"

namespace accounts {
namespace {

constexpr auto good_for = std::chrono::minutes(5);
constexpr size_t time_octets = 8, random_octets = 16, mark_octets = 16;

std::string mark(std::string_view secret, std::string_view browser, std::string_view start) {
  return crypto::keyed_hash(secret, "key challenge", std::string(start) + std::string(browser)).substr(0, mark_octets);
}

}  // namespace

std::string make_key_challenge(std::string_view secret, std::string_view browser, pg::Time now) {
  std::string start;
  for (auto rest = static_cast<std::uint64_t>(now.time_since_epoch().count()); start.size() < time_octets; rest >>= 8)
    start += static_cast<char>(rest & 0xFF);
  start += crypto::random_bytes(random_octets);
  return start + mark(secret, browser, start);
}

std::optional<pg::Time> read_key_challenge(std::string_view secret, std::string_view browser,
                                           std::string_view challenge, pg::Time now) {
  if (challenge.size() != time_octets + random_octets + mark_octets) return std::nullopt;
  const auto start = challenge.substr(0, time_octets + random_octets);
  if (!crypto::equal(challenge.substr(start.size()), mark(secret, browser, start))) return std::nullopt;
  std::uint64_t microseconds = 0;
  for (size_t i = time_octets; i-- > 0;) microseconds = microseconds << 8 | static_cast<unsigned char>(challenge[i]);
  const pg::Time made(std::chrono::microseconds(static_cast<std::int64_t>(microseconds)));
  if (made > now || now - made > good_for) return std::nullopt;
  return made;
}

}  // namespace accounts
