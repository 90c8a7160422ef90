#include "core/rate_limit.hpp"

#include <sodium.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/crypto.hpp"
#include "core/http/message.hpp"

RateLimit::RateLimit(size_t capacity, Clock now)
    : capacity_(std::max<size_t>(capacity, 1)),
      now_(std::move(now)),
      secret_(crypto::random_bytes(crypto_shorthash_KEYBYTES)) {}

std::optional<std::chrono::seconds> RateLimit::take(std::string_view key, Rate rate) {
  const auto now = now_();
  const double per_second = rate.burst / rate.period.count();
  const auto id = hashed(key);
  const std::lock_guard lock(mutex_);

  if (const auto found = by_key_.find(id); found != by_key_.end()) {
    buckets_.splice(buckets_.begin(), buckets_, found->second);
    Bucket& bucket = buckets_.front();
    const double gained = std::chrono::duration<double>(now - bucket.at).count() * per_second;
    bucket.tokens = std::min(rate.burst, bucket.tokens + std::max(gained, 0.0));
    bucket.at = std::max(now, bucket.at);
  } else {
    if (buckets_.size() == capacity_) {
      by_key_.erase(buckets_.back().key);
      buckets_.pop_back();
    }
    buckets_.push_front({id, rate.burst, now});
    by_key_.emplace(id, buckets_.begin());
  }

  Bucket& bucket = buckets_.front();
  // A token that is there but for rounding is there.
  if (bucket.tokens >= 1 - 1e-9) {
    bucket.tokens -= 1;
    return std::nullopt;
  }
  const double wait = std::ceil((1 - bucket.tokens) / per_second - 1e-6);
  return std::chrono::seconds(std::max<std::int64_t>(1, static_cast<std::int64_t>(wait)));
}

void RateLimit::enforce(std::string_view key, Rate rate) {
  if (const auto wait = take(key, rate)) {
    http::Error refusal(429);
    refusal.retry_after = *wait;
    throw refusal;
  }
}

void RateLimit::forget(std::string_view key) {
  const auto id = hashed(key);
  const std::lock_guard lock(mutex_);
  if (const auto found = by_key_.find(id); found != by_key_.end()) {
    buckets_.erase(found->second);
    by_key_.erase(found);
  }
}

size_t RateLimit::size() const {
  const std::lock_guard lock(mutex_);
  return buckets_.size();
}

std::uint64_t RateLimit::hashed(std::string_view key) const {
  unsigned char digest[crypto_shorthash_BYTES];
  crypto_shorthash(digest, reinterpret_cast<const unsigned char*>(key.data()), key.size(),
                   reinterpret_cast<const unsigned char*>(secret_.data()));
  std::uint64_t id = 0;
  static_assert(sizeof id == sizeof digest);
  std::memcpy(&id, digest, sizeof id);
  return id;
}
