#include "core/jobs/clean.hpp"

namespace jobs {
namespace {

constexpr std::int32_t rows_at_once = 2000;  // a short transaction each

const pg::Statement<std::int64_t(std::int32_t)> clean_up{"jobs.clean_up", "select clean_up($1)"};

void run(Job& job) {
  while (job.database.one(clean_up, rows_at_once) > 0)
    if (job.stopping()) throw Stopped{};
}

}  // namespace

Kind clean() {
  return {.name = "clean", .run = run, .every = std::chrono::hours(24)};
}

}  // namespace jobs
