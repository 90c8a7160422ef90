#pragma once
// Passwords are kept as argon2id (RFC 9106). One costs 64 MiB and about 70 ms, so they are counted out by one thread of
// their own: a crowd signing in at once waits in line or is told to come back, and the pages of everybody else go on.

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace password {

struct Cost {
  unsigned long long passes;
  size_t memory;  ///< bytes
};
constexpr Cost interactive{2, 64 * 1024 * 1024};
constexpr Cost cheapest_for_tests{1, 8 * 1024};

class Hasher {
 public:
  explicit Hasher(Cost cost = interactive, size_t queue = 16);
  ~Hasher();  ///< what is waiting is still answered
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  /// Both wait for their turn, and throw http::Error 503 with retry_after when the line is full. Hold no database
  /// transaction meanwhile.
  std::string hash(std::string_view word);
  /// `stored` is empty for an unknown account (or one without a password): the answer is no, after the same time.
  bool verify(std::optional<std::string_view> stored, std::string_view word);

  /// Was `stored` made at another cost? Then hash again after a successful sign-in.
  [[nodiscard]] bool needs_rehash(std::string_view stored) const;

 private:
  void wait_for(const std::function<void()>& work);
  void run();

  const Cost cost_;
  const size_t capacity_;
  const std::string stand_in_;  // a hash no password matches, verified for unknown accounts
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::packaged_task<void()>> line_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace password
