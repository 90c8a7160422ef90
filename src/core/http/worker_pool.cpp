#include "core/http/worker_pool.hpp"

namespace http {

WorkerPool::WorkerPool(size_t threads, size_t first, size_t capacity) : capacity_(capacity) {
  for (size_t i = 0; i < threads; ++i) threads_.emplace_back([this, worker = first + i] { run(worker); });
}

WorkerPool::~WorkerPool() {
  stop();
}

bool WorkerPool::try_push(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (line_.size() >= capacity_) return false;
    line_.push_back(std::move(job));
  }
  arrived_.notify_one();
  return true;
}

void WorkerPool::push(Job job) {
  {
    const std::lock_guard lock(mutex_);
    line_.push_back(std::move(job));
  }
  arrived_.notify_one();
}

size_t WorkerPool::waiting() const {
  const std::lock_guard lock(mutex_);
  return line_.size();
}

void WorkerPool::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void WorkerPool::run(size_t worker) {
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [this] { return stopping_ || !line_.empty(); });
      if (line_.empty()) return;
      job = std::move(line_.front());
      line_.pop_front();
    }
    job(worker);
  }
}

}  // namespace http
