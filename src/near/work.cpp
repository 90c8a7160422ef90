#include "near/work.hpp"

namespace near {
namespace {

const pg::Statement<void()> forget_past{"jobs.near.forget_past", "select near_forget_past()"};

void forget(jobs::Job& job) {
  job.database.run(forget_past);
}

}  // namespace

jobs::Kind forget_job() {
  return {.name = "near.forget_past", .run = forget, .every = std::chrono::hours(6)};
}

}  // namespace near
