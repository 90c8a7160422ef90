#pragma once
// Notifications from PostgreSQL (LISTEN, documentation part "NOTIFY"), on a connection of their own. They reach whoever
// listens at that moment, and nobody later: after each (re)connection the listener says so, and who uses it looks
// afresh.

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace pg {

class Listener {
 public:
  /// Both run on the listener's thread and must be quick.
  using Heard = std::function<void(std::string_view channel, std::string_view payload)>;
  using Connected = std::function<void()>;

  Listener(std::string conninfo, std::vector<std::string> channels, Heard heard, Connected connected);
  ~Listener();  ///< stop()
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  void stop();
  /// Connections made since the start.
  [[nodiscard]] std::uint64_t connections() const { return connections_; }

 private:
  class Link;
  void run();
  void listen(Link& link);
  bool pause(int milliseconds);  ///< false when it is time to end

  const std::string conninfo_;
  const std::vector<std::string> channels_;
  const Heard heard_;
  const Connected connected_;
  int stop_ = -1;  // eventfd
  std::atomic<std::uint64_t> connections_ = 0;
  std::thread thread_;
};

}  // namespace pg
