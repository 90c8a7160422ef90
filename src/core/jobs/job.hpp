#pragma once
// Work that leaves the request. Asked for in the transaction of the write that needs it, by enqueue_job(kind, key,
// payload, run_at) (db/policies/60_jobs.sql): it exists if and only if that write does, and the same work asked for
// twice is one job.
//
// A room registers its kinds in a table:
//   std::vector<jobs::Kind> jobs() { return {{.name = "register.import", .run = run_import}}; }
// and src/app/work.cpp puts the tables together.
//
// A job is leased, and the lease renewed as long as its process lives; should that be killed, another takes the job
// over once the lease is out. So a job may run again after any of its writes: each must be harmless twice, or commit
// together with renew(batch) or done(batch), which let nobody through who has lost the lease meanwhile.

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/pg/connection.hpp"
#include "core/settings.hpp"

namespace jobs {

/// Acts as that member until the batch or transaction ends: the jobs' role sees no more of people's things than they
/// do.
extern const pg::Statement<void(MemberId)> act_as;

class Job {
 public:
  std::int64_t id;
  std::string key;
  std::string payload;       ///< JSON; core/json.hpp reads flat objects, PostgreSQL everything else
  std::int32_t attempt;      ///< 1 at first
  pg::Connection& database;  ///< as coopol_jobs
  const Settings& settings;

  /// Asks for more time at once, and for certainty that the job is still ours. Throws LeaseLost.
  virtual void renew() = 0;
  /// The same inside the transaction of some of the job's writes: they are undone if the lease is lost.
  virtual void renew(pg::Batch& batch) = 0;
  /// Done, if and only if the batch commits: for a last write that must not happen twice.
  virtual void done(pg::Batch& batch) = 0;
  /// The process is about to stop: leave at the next good point by throwing Stopped. Work without such points may
  /// finish.
  [[nodiscard]] virtual bool stopping() const = 0;

 protected:
  Job(pg::Connection& connection, const Settings& s) : database(connection), settings(s) {}
  ~Job() = default;
};

/// Thrown by a job that gives way: it goes back to the queue, and this attempt does not count.
struct Stopped {};

struct Kind {
  std::string_view name;
  /// Whatever it throws is a failed attempt; the next one comes later and later (core/jobs/back_off.hpp).
  void (*run)(Job&);
  int attempts = 8;                ///< then it is given up: failed_at, and an error in the log
  std::chrono::seconds lease{60};  ///< how long after a crash another may take over
  std::chrono::seconds every{
      0};  ///< asked for by the clock, once in each such period for the whole installation; 0: only when asked for
};

}  // namespace jobs
