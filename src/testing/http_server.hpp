#pragma once
// A small HTTP server that answers each request with the octets a test wants, for what the program asks of others.

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace testing_http {

/// A whole answer.
std::string ok(const std::string& body);

class Server {
 public:
  Server();
  ~Server();
  [[nodiscard]] std::string url() const;  ///< http://127.0.0.1:port
  /// From now on; after so many milliseconds.
  void answer(const std::string& octets, int delay_ms = 0);
  [[nodiscard]] std::vector<std::string> requests();  ///< whole, as they came

 private:
  void serve();
  void serve(int socket);

  int listening_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::mutex mutex_;
  std::string answer_;
  int delay_ms_ = 0;
  std::vector<std::string> requests_;
  std::thread serving_;
};

}  // namespace testing_http
