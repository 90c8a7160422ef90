#pragma once
// Plain threads and one line in front of them. Who finds it too long is refused at once, rather than served when nobody
// waits any more.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

class WorkerPool {
 public:
  using Job = std::function<void(size_t worker)>;

  /// Workers are numbered from `first`.
  WorkerPool(size_t threads, size_t first, size_t capacity);
  ~WorkerPool();

  bool try_push(Job job);  ///< false when the line is full
  void push(Job job);      ///< for what must not be lost; whoever uses it bounds it
  [[nodiscard]] size_t waiting() const;

  void stop();  ///< when all that waits is done

 private:
  void run(size_t worker);

  const size_t capacity_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Job> line_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace http
