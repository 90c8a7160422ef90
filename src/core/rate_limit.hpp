#pragma once
// Token buckets keyed by text: "sign-in 192.0.2.7", "reset marie@example.org". In memory, so a limit holds per server
// process.

#include <chrono>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

/// At most `burst` at once, and `burst` again after `period`, gained evenly.
struct Rate {
  double burst;
  std::chrono::duration<double> period;
};

class RateLimit {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  /// Above `capacity` keys, the one unused for longest is forgotten: memory stays below about 100 bytes × capacity.
  explicit RateLimit(size_t capacity = 100'000, Clock now = std::chrono::steady_clock::now);

  /// Takes one token. Nothing when it may go on, else how long until it may (at least 1 s).
  std::optional<std::chrono::seconds> take(std::string_view key, Rate rate);
  /// Takes one token or throws http::Error 429 with retry_after.
  void enforce(std::string_view key, Rate rate);
  /// Gives every token back, as after a successful sign-in.
  void forget(std::string_view key);

  [[nodiscard]] size_t size() const;

 private:
  struct Bucket {
    std::uint64_t key;
    double tokens;
    std::chrono::steady_clock::time_point at;
  };
  [[nodiscard]] std::uint64_t hashed(std::string_view key) const;

  const size_t capacity_;
  const Clock now_;
  const std::string secret_;  // of the hash: keys chosen by an attacker neither collide nor stay readable in memory
  mutable std::mutex mutex_;
  std::list<Bucket> buckets_;  // latest used first
  std::unordered_map<std::uint64_t, std::list<Bucket>::iterator> by_key_;
};
