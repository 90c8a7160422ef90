#pragma once
// The threads that send the mail, one at a time each: take, compose, hand over, write down.

#include <atomic>
#include <map>
#include <memory>
#include <vector>

#include "core/jobs/crew.hpp"
#include "core/mail/composer.hpp"
#include "core/mail/journal.hpp"

namespace mail {

struct Counts {  ///< since the start of this process
  std::uint64_t sent, dropped, failed, retried;
};

class Post {
 public:
  /// The journal stands in settings.outbox / "journal".
  Post(const Settings& settings, std::vector<Kind> kinds, size_t workers);
  ~Post();  ///< stop()

  void wake();
  void stop();  ///< what is being handed over is finished
  [[nodiscard]] Counts counts() const;

 private:
  struct Hands;  // what one worker holds

  bool step(size_t worker);
  void deal_with(Hands& hands, const Row& row);
  std::optional<std::string> compose(Hands& hands, const Row& row, const std::string& id);
  void hand_over(Hands& hands, const Row& row, const std::string& id, const std::string& text);
  void try_again(Hands& hands, const Row& row, const std::string& why);
  void finish(Hands& hands, const Row& row, const std::string& state, std::optional<std::string> why);
  template <class Write>
  void settle(Hands& hands, Write write);
  void settle_for_the_dead(Hands& hands);

  const Settings& settings_;
  const std::vector<Kind> kinds_;
  std::vector<std::string> urgent_, others_;
  const std::filesystem::path folder_;
  Journal journal_;
  std::chrono::steady_clock::time_point looked_for_dead_{};            // this and the next are worker 0's
  std::map<std::string, std::chrono::steady_clock::time_point> dead_;  // journals, and when they were first seen
  std::vector<std::unique_ptr<Hands>> hands_;
  std::atomic<std::uint64_t> sent_ = 0, dropped_ = 0, failed_ = 0, retried_ = 0;
  jobs::Crew crew_;  // last: its threads use all of the above
};

}  // namespace mail
