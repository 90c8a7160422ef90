#pragma once
// A few threads that take one thing after another from a queue in the database, sleep while there is none, and outlive
// the database's absence.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace jobs {

class Crew {
 public:
  /// Does one thing, and says whether there was one to do. `worker` counts from 0; each has its own connection.
  using Step = std::function<bool(size_t worker)>;

  Crew(std::string name, size_t workers, Step step);
  ~Crew();  ///< stop()
  void start();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  void wake();  ///< there may be something to do; any thread
  void stop();  ///< each worker finishes its step, then the threads end
  [[nodiscard]] bool stopping() const { return stopping_; }
  /// Sleeps, but not through stop(): false when it is time to leave.
  bool pause(std::chrono::milliseconds time);

 private:
  void work(size_t worker);
  bool try_step(size_t worker);
  void sleep(std::uint64_t seen);

  const std::string name_;
  const size_t workers_;
  const Step step_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t calls_ = 0;  // of wake(), so that none is missed between looking and sleeping
  std::atomic<bool> stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace jobs
