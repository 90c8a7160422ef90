#pragma once
// The very same form sent twice (a double click without script, an impatient second try) is one act: the second sender
// waits for the first answer, and gets it too. «The very same» is the same session, address and body to the octet;
// since each page's CSRF token is unlike any other, that is one form of one page. Whatever the same session sends in
// between ends it, so that yes, no, yes is three acts.
//
// In memory: among several processes the same form may be two acts, as it was without this.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "core/http/message.hpp"

namespace gate {

class Once {
 public:
  using Make = std::function<http::Response()>;
  using Clock = std::function<std::chrono::steady_clock::time_point()>;
  static constexpr std::chrono::seconds memory{10};

  explicit Once(Clock now = std::chrono::steady_clock::now) : now_(std::move(now)) {}

  /// The answer of `make`, unless the latest thing that `whose` sent was the same `what`, and was answered with a way
  /// elsewhere: another answer (the form with its errors, a failure) is made anew.
  http::Response answer(const std::string& whose, const std::string& what, const Make& make);

 private:
  struct Act {
    std::string what;
    std::chrono::steady_clock::time_point at;
    bool finished = false;
    std::optional<http::Response> response;
  };
  std::shared_ptr<Act> begin(const std::string& whose, const std::string& what);
  void finish(Act& act, std::optional<http::Response> response);
  void forget_old();

  const Clock now_;
  std::mutex mutex_;
  std::condition_variable finished_;
  std::unordered_map<std::string, std::shared_ptr<Act>> latest_;  // by session
  std::chrono::steady_clock::time_point swept_;
};

}  // namespace gate
