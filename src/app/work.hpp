#pragma once
// Jobs and mail: in the server's process, or in one of their own.

#include "core/jobs/workers.hpp"
#include "core/mail/post.hpp"

namespace app {

inline constexpr const char* work_channel = "work";  // db/policies/60_jobs.sql

class Work {
 public:
  explicit Work(const Settings& settings);

  void heard(std::string_view payload);  ///< a notification on work_channel
  void wake();
  void stop();
  [[nodiscard]] jobs::Counts jobs() const;
  [[nodiscard]] mail::Counts mail() const { return mail_.counts(); }

 private:
  jobs::Workers jobs_, push_;
  mail::Post mail_;
};

/// Works until SIGINT or SIGTERM.
void work(const Settings& settings);

}  // namespace app
