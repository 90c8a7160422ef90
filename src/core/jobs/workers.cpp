#include "core/jobs/workers.hpp"

#include <algorithm>
#include <mutex>

#include "core/clock.hpp"
#include "core/jobs/back_off.hpp"
#include "core/jobs/queue.hpp"
#include "core/log.hpp"
#include "core/utf8.hpp"

namespace jobs {
namespace {

using namespace std::chrono_literals;

constexpr BackOff between_attempts{5s, 1h};
constexpr auto settle_pause = 500ms;  // between two tries to write down how a job ended, while the database is away
constexpr std::string_view lost_lease = "CP409";

std::string what(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& error) {
    return utf8::repaired(error.what());
  } catch (...) {
    return "an unknown exception";
  }
}

}  // namespace

class Workers::Running final : public Job {
 public:
  Running(Taken taken, const Kind& kind, Hands& hands, const Settings& settings, const Crew& crew);
  void renew() override {
    pg::Batch batch;
    renew(batch);
    database.send(batch);
  }
  void renew(pg::Batch& batch) override { batch.run(hold, id, attempt, seconds()); }
  void done(pg::Batch& batch) override { batch.run(finish, id, attempt); }
  [[nodiscard]] bool stopping() const override { return crew_.stopping(); }
  [[nodiscard]] std::int32_t seconds() const { return static_cast<std::int32_t>(lease_.count()); }

 private:
  const std::chrono::seconds lease_;
  const Crew& crew_;
};

struct Workers::Hands {
  explicit Hands(const Settings& settings) : database(settings.database_url, "coopol jobs", "coopol_jobs") {}
  pg::Connection database;
  std::mutex mutex;  // over what the keeper reads
  const Running* running = nullptr;
  void hold_on_to(const Running* job) {
    const std::lock_guard lock(mutex);
    running = job;
  }
};

Workers::Running::Running(Taken taken, const Kind& kind, Hands& hands, const Settings& s, const Crew& crew)
    : Job(hands.database, s), lease_(kind.lease), crew_(crew) {
  id = taken.id;
  key = std::move(taken.key);
  payload = std::move(taken.payload);
  attempt = taken.attempt;
}

Workers::Workers(const Settings& settings, std::vector<Kind> kinds, size_t threads)
    : settings_(settings),
      kinds_(std::move(kinds)),
      asked_(kinds_.size()),
      keepers_(std::make_unique<pg::Connection>(settings.database_url, "coopol job keeper", "coopol_jobs")) {
  for (const auto& kind : kinds_) {
    names_.emplace_back(kind.name);
    leases_.push_back(static_cast<std::int32_t>(kind.lease.count()));
  }
  for (size_t i = 0; i < threads; ++i) hands_.push_back(std::make_unique<Hands>(settings));
  crew_ = std::make_unique<Crew>("jobs", threads, [this](size_t worker) { return step(*hands_[worker]); });
  keeper_ = std::make_unique<Crew>("job keeper", 1, [this](size_t) { return keep(); });
  keeper_->start();
  crew_->start();
}

Workers::~Workers() {
  stop();
}

bool Workers::step(Hands& hands) {
  auto taken = hands.database.maybe(take, names_, leases_);
  if (!taken) return false;
  const Kind& its_kind = kind(taken->kind);
  if (taken->attempt > its_kind.attempts) {  // whoever ran it the last time never came back
    give_up_on(hands, taken->id, taken->attempt, its_kind, "the process ended in its last attempt");
    return true;
  }
  Running job(std::move(*taken), its_kind, hands, settings_, *crew_);
  hands.hold_on_to(&job);
  run(hands, job, its_kind);
  hands.hold_on_to(nullptr);
  return true;
}

void Workers::run(Hands& hands, Running& job, const Kind& kind) {
  std::exception_ptr failure;
  try {
    kind.run(job);
    settle(hands, [&](pg::Batch& batch) { job.done(batch); });
    ++done_;
    return;
  } catch (const Stopped&) {
    return settle(hands, [&](pg::Batch& batch) { batch.run(give_back, job.id, job.attempt); });
  } catch (const pg::Unavailable&) {  // not the job's fault
    return settle(hands, [&](pg::Batch& batch) { batch.run(give_back, job.id, job.attempt); });
  } catch (const pg::Error& error) {
    if (error.state == lost_lease) return logging::warning("job taken over", {{"kind", kind.name}, {"job", job.id}});
    failure = std::current_exception();
  } catch (...) {
    failure = std::current_exception();
  }
  if (job.attempt >= kind.attempts) {
    give_up_on(hands, job.id, job.attempt, kind, what(failure));
  } else {
    ++retried_;
    const auto wait = wait_after(between_attempts, job.attempt);
    logging::warning("job failed",
                     {{"kind", kind.name}, {"job", job.id}, {"attempt", job.attempt}, {"next_in_ms", wait.count()}});
    settle(hands, [&](pg::Batch& batch) {
      batch.run(retry, job.id, job.attempt, what(failure), static_cast<std::int32_t>(wait.count()));
    });
  }
}

void Workers::give_up_on(Hands& hands, std::int64_t id, std::int32_t attempt, const Kind& kind,
                         const std::string& why) {
  ++given_up_;
  logging::error("job given up", {{"kind", kind.name}, {"job", id}, {"attempts", kind.attempts}});
  settle(hands, [&](pg::Batch& batch) { batch.run(give_up, id, attempt, why); });
}

// How a job ended must be written down, even if the database is away for a while. Should we have to leave before, the
// lease runs out and another runs it again.
template <class Write>
void Workers::settle(Hands& hands, Write write) {
  do {
    try {
      pg::Batch batch;
      write(batch);
      return hands.database.send(batch);
    } catch (const pg::Unavailable&) {
      logging::warning("database unavailable", {{"crew", "jobs"}});
    } catch (const pg::Error& error) {
      if (error.state == lost_lease) return;
      logging::error("job not settled", {{"state", error.state}, {"statement", error.statement}});
      return;
    }
  } while (crew_->pause(settle_pause));
}

bool Workers::keep() {
  pg::Batch batch;
  for (auto& hands : hands_) {
    const std::lock_guard lock(hands->mutex);
    if (hands->running) batch.run(extend, hands->running->id, hands->running->attempt, hands->running->seconds());
  }
  keepers_->send(batch);
  ask_for_regular_work();
  return false;
}

void Workers::ask_for_regular_work() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  for (size_t i = 0; i < kinds_.size(); ++i) {
    if (kinds_[i].every.count() == 0) continue;
    const auto period = paris::machine(paris::Instant(now.time_since_epoch() / kinds_[i].every * kinds_[i].every));
    if (period == asked_[i]) continue;
    keepers_->run(ask_for, std::string(kinds_[i].name), period);
    asked_[i] = period;
  }
}

const Kind& Workers::kind(const std::string& name) const {
  return *std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& k) { return k.name == name; });
}

void Workers::wake() {
  crew_->wake();
}

void Workers::stop() {
  crew_->stop();
  keeper_->stop();
}

Counts Workers::counts() const {
  return {done_, retried_, given_up_};
}

}  // namespace jobs
