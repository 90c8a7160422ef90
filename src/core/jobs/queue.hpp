#pragma once
// The statements of the queue. A worker holds a job by (id, attempt): whoever took it later has another attempt, so a
// late one can write nothing.

#include <optional>
#include <string>
#include <vector>

#include "core/pg/batch.hpp"

namespace jobs {

struct Taken {
  std::int64_t id;
  std::string kind, key, payload;
  std::int32_t attempt;
};

/// The kinds that this program knows, and how many seconds each is leased for. What an older or newer program asked for
/// is left to it.
inline const pg::Statement<Taken(std::vector<std::string>, std::vector<std::int32_t>)> take{"jobs.take", R"(
  with next as (
    select id from job where done_at is null and failed_at is null and run_at <= now() and (leased_until is null or leased_until < now()) and kind = any($1)
     order by run_at, id limit 1 for update skip locked)
  update job set attempts = attempts + 1, leased_until = now() + make_interval(secs => ($2::int[])[array_position($1, kind)])
    from next where job.id = next.id
  returning job.id, kind, key, payload, attempts)"};

/// Fails with CP409 when another has taken the job.
inline const pg::Statement<void(std::int64_t, std::int32_t, std::int32_t)> hold{"jobs.hold",
                                                                                "select job_hold($1, $2, $3)"};
inline const pg::Statement<void(std::int64_t, std::int32_t)> finish{"jobs.finish", "select job_finish($1, $2)"};

inline const pg::Statement<void(std::int64_t, std::int32_t, std::int32_t)> extend{"jobs.extend", R"(
  update job set leased_until = now() + make_interval(secs => $3::int) where id = $1 and attempts = $2 and done_at is null and failed_at is null)"};
inline const pg::Statement<void(std::int64_t, std::int32_t)> give_back{"jobs.give_back", R"(
  update job set leased_until = null, attempts = attempts - 1, run_at = least(run_at, now()) where id = $1 and attempts = $2 and done_at is null and failed_at is null)"};
inline const pg::Statement<void(std::int64_t, std::int32_t, std::string, std::int32_t)> retry{"jobs.retry", R"(
  update job set leased_until = null, last_error = left($3, 2000), run_at = now() + make_interval(secs => $4::int / 1000.0)
   where id = $1 and attempts = $2 and done_at is null and failed_at is null)"};
inline const pg::Statement<void(std::int64_t, std::int32_t, std::string)> give_up{"jobs.give_up", R"(
  update job set leased_until = null, last_error = left($3, 2000), failed_at = now() where id = $1 and attempts = $2 and done_at is null and failed_at is null)"};

inline const pg::Statement<void(std::string, std::string)> ask_for{"jobs.ask_for",
                                                                   "select enqueue_job($1, $2, '{}', null)"};

}  // namespace jobs
