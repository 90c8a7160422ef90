#include "core/jobs/crew.hpp"

#include "core/log.hpp"
#include "core/pg/connection.hpp"

namespace jobs {
namespace {

using namespace std::chrono_literals;

constexpr auto slow_poll = 4s;      // for what falls due by the clock, and should a notification be lost
constexpr auto after_trouble = 1s;  // before looking again at a database that is away

}  // namespace

Crew::Crew(std::string name, size_t workers, Step step)
    : name_(std::move(name)), workers_(workers), step_(std::move(step)) {}

Crew::~Crew() {
  stop();
}

void Crew::start() {
  for (size_t i = 0; i < workers_; ++i) threads_.emplace_back([this, i] { work(i); });
}

void Crew::work(size_t worker) {
  while (!stopping_) {
    std::unique_lock lock(mutex_);
    const auto seen = calls_;
    lock.unlock();
    if (!try_step(worker)) sleep(seen);
  }
}

bool Crew::try_step(size_t worker) {
  try {
    return step_(worker);
  } catch (const pg::Unavailable&) {
    logging::warning("database unavailable", {{"crew", name_}});
  } catch (const pg::Error& error) {
    logging::error("crew step failed", {{"crew", name_}, {"state", error.state}, {"statement", error.statement}});
  } catch (const std::exception& error) {
    logging::error("crew step failed", {{"crew", name_}, {"what", error.what()}});
  }
  return pause(after_trouble);
}

void Crew::sleep(std::uint64_t seen) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, slow_poll, [&] { return stopping_ || calls_ != seen; });
}

bool Crew::pause(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  return !changed_.wait_for(lock, time, [&] { return stopping_.load(); });
}

void Crew::wake() {
  const std::lock_guard lock(mutex_);
  ++calls_;
  changed_.notify_all();
}

void Crew::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
  }
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
}

}  // namespace jobs
