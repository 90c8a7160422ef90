#pragma once
// The threads that run jobs, and the keeper that renews their leases and asks for what the clock asks for.

#include <atomic>
#include <memory>
#include <vector>

#include "core/jobs/crew.hpp"
#include "core/jobs/job.hpp"

namespace jobs {

struct Counts {  ///< since the start of this process
  std::uint64_t done, retried, given_up;
};

class Workers {
 public:
  Workers(const Settings& settings, std::vector<Kind> kinds, size_t threads);
  ~Workers();  ///< stop()

  void wake();
  /// Jobs under way finish, or leave at their next good point and go back to the queue.
  void stop();
  [[nodiscard]] Counts counts() const;

 private:
  class Running;
  struct Hands;  // what one worker holds

  bool step(Hands& hands);
  void run(Hands& hands, Running& job, const Kind& kind);
  void give_up_on(Hands& hands, std::int64_t id, std::int32_t attempt, const Kind& kind, const std::string& why);
  template <class Write>
  void settle(Hands& hands, Write write);
  bool keep();
  void ask_for_regular_work();
  const Kind& kind(const std::string& name) const;

  const Settings& settings_;
  const std::vector<Kind> kinds_;
  std::vector<std::string> names_;
  std::vector<std::int32_t> leases_;
  std::vector<std::string> asked_;  // for each kind, the key of the last period that was asked for
  std::vector<std::unique_ptr<Hands>> hands_;
  std::unique_ptr<pg::Connection> keepers_;
  std::atomic<std::uint64_t> done_ = 0, retried_ = 0, given_up_ = 0;
  std::unique_ptr<Crew> keeper_, crew_;  // last: their threads use all of the above
};

}  // namespace jobs
