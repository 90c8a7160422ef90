#include "events/reminder_job.hpp"

namespace events {
namespace {

const pg::Statement<void()> ask_for_reminders{"jobs.events.reminders", "select event_reminders(now())"};

}  // namespace

jobs::Kind reminder_job() {
  return {.name = "events.reminders",
          .run = [](jobs::Job& job) { job.database.run(ask_for_reminders); },
          .every = std::chrono::minutes(5)};
}

}  // namespace events
