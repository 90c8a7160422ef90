#pragma once
// A small SMTP server that keeps what it takes, and answers as a test wants. For the protocol's corners; whole journeys
// meet a real one (tests/support/mailbox.ts).

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace testing_smtp {

struct Mail {
  std::string from, to, text;  // dots undone
  [[nodiscard]] std::string header(const std::string& name) const;
};

class Server {
 public:
  Server();
  ~Server();
  [[nodiscard]] std::string url() const;
  [[nodiscard]] std::vector<Mail> mails();
  [[nodiscard]] int connections() const { return connections_; }

  /// What to say instead of the usual answer to a line that starts so ("MAIL", "RCPT", "DATA", or "." for the end of a
  /// message); "" closes the connection without a word. `times` times.
  void answer(const std::string& start, const std::string& words, int times = 1000);
  /// Closes after the answer to each message, as impatient relays do.
  std::atomic<bool> close_after_mail = false;
  /// Waits before it answers the end of a message; the mail is kept before.
  std::atomic<int> verdict_delay_ms = 0;

 private:
  struct Session;
  void accept();
  void serve(int socket);
  bool take(Session& session, const std::string& line);
  std::optional<std::string> wish(const std::string& line);

  int listening_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> connections_ = 0;
  std::mutex mutex_;
  std::vector<Mail> mails_;
  std::map<std::string, std::pair<std::string, int>> wishes_;
  std::vector<int> sockets_;
  std::vector<std::thread> threads_;
  std::thread accepting_;
};

}  // namespace testing_smtp
