#pragma once
// Who looks at what. No lock and no clock: the hub owns the one there is.

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/http/server.hpp"
#include "core/pg/value.hpp"
#include "live/token.hpp"

namespace live {

/// One page in one browser.
struct Watcher {
  MemberId member;
  std::int64_t session = 0;
  pg::Time session_ends;
  std::vector<Subject> subjects;
  std::chrono::system_clock::time_point since;  ///< what the page shows is at least as young
  bool open = false;
};

class Watchers {
 public:
  static constexpr size_t most_per_member = 20;

  /// False when the member has too many already.
  bool add(http::SocketId socket, Watcher watcher);
  /// Nothing when it is gone.
  Watcher* find(http::SocketId socket);
  void remove(http::SocketId socket);

  /// The open ones that look at the subject.
  [[nodiscard]] std::vector<std::pair<http::SocketId, MemberId>> of(const Subject& subject) const;
  [[nodiscard]] bool watched(const Subject& subject) const { return by_subject_.contains(subject); }
  [[nodiscard]] std::vector<Subject> subjects() const;
  [[nodiscard]] std::vector<http::SocketId> of_session(std::int64_t session) const;
  [[nodiscard]] std::set<std::int64_t> sessions() const;
  [[nodiscard]] std::set<std::int64_t> sessions_ended(pg::Time now) const;
  void extend(std::int64_t session, pg::Time until);

 private:
  std::unordered_map<http::SocketId, Watcher> watchers_;
  std::map<Subject, std::set<http::SocketId>> by_subject_;
  std::unordered_map<MemberId, size_t> count_;
};

}  // namespace live
