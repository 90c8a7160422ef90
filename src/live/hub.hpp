#pragma once
// Live updates: hears what changed, renders it once, and sends it to those who look at it and may see it at that
// moment.

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string_view>
#include <thread>

#include "core/pg/connection.hpp"
#include "core/settings.hpp"
#include "live/changes.hpp"
#include "live/topic.hpp"
#include "live/watchers.hpp"

namespace live {

inline constexpr const char* changes_channel = "live";  // db/policies/75_live.sql
inline constexpr const char* sessions_channel = "session_closed";
inline constexpr std::uint16_t session_closed_code = 4401;  // of the WebSocket; 4000 to 4999 are ours (RFC 6455, 7.4.2)

/// The way out to browsers: http::Server.
struct Outlet {
  std::function<void(std::vector<http::SocketId>, std::shared_ptr<const std::string>)> send;
  std::function<void(http::SocketId, std::uint16_t code, std::string reason)> close;
};

class Hub {
 public:
  Hub(const Settings& settings, std::vector<Topic> topics);
  ~Hub();  ///< stop()

  void start(Outlet outlet);
  void stop();
  [[nodiscard]] bool knows(std::string_view topic) const;

  /// From the site. False when the member has too many connections.
  bool admit(http::SocketId socket, Watcher watcher);
  void opened(http::SocketId socket);
  void closed(http::SocketId socket);

  /// From the listener.
  void heard(std::string_view channel, std::string_view payload);
  void connected();

 private:
  struct Round;  // what is done at once
  void run();
  bool wait_for_work(std::unique_lock<std::mutex>& lock);
  Round next_round();
  void work_off(const Round& round);
  void deliver(const Subject& subject, const std::optional<std::set<http::SocketId>>& only);
  void check_sessions(const std::set<std::int64_t>& sessions);
  void close_session(std::int64_t session);

  std::vector<Topic> topics_;
  pg::Connection database_;  // of the hub's thread
  Outlet outlet_;

  std::mutex mutex_;  // over all that follows
  std::condition_variable changed_;
  Watchers watchers_;
  Changes changes_;
  std::set<Subject> dirty_;                               // for all who look at them
  std::map<Subject, std::set<http::SocketId>> arrivals_;  // for those alone
  bool check_all_sessions_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace live
