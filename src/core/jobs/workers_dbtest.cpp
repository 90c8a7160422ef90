#include "core/jobs/workers.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

#include "core/crypto.hpp"
#include "core/jobs/clean.hpp"
#include "core/jobs/queue.hpp"
#include "testing/scene.hpp"

namespace {

using namespace std::chrono_literals;
using namespace testing_db;
using jobs::Job;
using jobs::Workers;

struct State {
  std::int32_t attempts;
  bool done, failed, leased;
  std::optional<std::string> last_error;
  double seconds_to_wait;
};
const pg::Statement<State(std::string)> look{"jobs.test.look", R"(
  select attempts, done_at is not null, failed_at is not null, coalesce(leased_until > now(), false), last_error,
         extract(epoch from run_at - now())::float8 from job where key = $1)"};
const pg::Statement<void(std::string, std::string)> ask{"jobs.test.ask",
                                                        "select enqueue_job($1, $2, '{\"n\": 5}', null)"};
const pg::Statement<void(std::string, std::string, std::int32_t)> ask_many{
    "jobs.test.ask_many", "select enqueue_job($1, $2 || n, '{}', null) from generate_series(1, $3) n"};
const pg::Statement<void(std::string)> hurry{"jobs.test.hurry", "update job set run_at = now() where key = $1"};
const pg::Statement<void(std::string)> let_lease_run_out{
    "jobs.test.expire", "update job set leased_until = now() - interval '1 second' where key = $1"};
const pg::Statement<std::int64_t(std::string)> unfinished{
    "jobs.test.unfinished", "select count(*) from job where kind = $1 and done_at is null"};
const pg::Statement<double(std::string)> lease_left{
    "jobs.test.lease_left", "select extract(epoch from leased_until - now())::float8 from job where key = $1"};

const Settings& settings() {
  static const Settings one = [] {
    Settings s;
    s.database_url = app_url();
    return s;
  }();
  return one;
}

std::string new_name(const std::string& start) {
  return start + ' ' + crypto::hex(crypto::random_bytes(4));
}

bool eventually(const std::function<bool()>& happened, std::chrono::milliseconds within = 8s) {
  for (const auto end = std::chrono::steady_clock::now() + within; std::chrono::steady_clock::now() < end;
       std::this_thread::sleep_for(5ms))
    if (happened()) return true;
  return happened();
}

std::mutex mutex;
std::map<std::string, int> runs;
void count_run(Job& job) {
  const std::lock_guard lock(mutex);
  ++runs[job.key];
}
int runs_of(const std::string& key) {
  const std::lock_guard lock(mutex);
  return runs[key];
}

TEST(Jobs, several_workers_never_run_one_job_twice) {
  const auto kind = new_name("test.many");
  jobs::Kind counted{.name = kind, .run = count_run};
  Workers one(settings(), {counted}, 3), other(settings(), {counted}, 3);
  owner().run(ask_many, kind, kind + ' ', 150);
  one.wake();
  other.wake();
  ASSERT_TRUE(eventually([&] { return testing_db::jobs().one(unfinished, kind) == 0; }));
  for (int i = 1; i <= 150; ++i) EXPECT_EQ(runs_of(kind + ' ' + std::to_string(i)), 1) << i;
  EXPECT_EQ(one.counts().done + other.counts().done, 150u);
}

TEST(Jobs, the_same_work_asked_for_twice_is_one_job) {
  const auto kind = new_name("test.twice");
  for (int i = 0; i < 2; ++i) owner().run(ask, kind, kind);
  Workers workers(settings(), {{.name = kind, .run = count_run}}, 1);
  ASSERT_TRUE(eventually([&] { return testing_db::jobs().one(look, kind).done; }));
  owner().run(ask, kind, kind);
  workers.wake();
  workers.stop();
  EXPECT_EQ(runs_of(kind), 1);
}

TEST(Jobs, what_no_worker_knows_is_left_alone) {
  const auto kind = new_name("test.unknown");
  owner().run(ask, kind, kind);
  Workers workers(settings(), {{.name = "test.other", .run = count_run}}, 1);
  workers.wake();
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(testing_db::jobs().one(look, kind).attempts, 0);
}

TEST(Jobs, a_failure_is_tried_again_later_and_later_then_given_up) {
  const auto kind = new_name("test.fail");
  owner().run(ask, kind, kind);
  Workers workers(settings(), {{.name = kind, .run = [](Job&) { throw std::runtime_error("no luck"); }, .attempts = 3}},
                  1);
  for (int attempt = 1; attempt <= 2; ++attempt) {
    ASSERT_TRUE(eventually([&] {
      return testing_db::jobs().one(look, kind).last_error && testing_db::jobs().one(look, kind).seconds_to_wait > 1;
    })) << attempt;
    const auto state = testing_db::jobs().one(look, kind);
    EXPECT_EQ(state.attempts, attempt);
    EXPECT_EQ(state.last_error, "no luck");
    EXPECT_FALSE(state.failed || state.done || state.leased);
    EXPECT_GT(state.seconds_to_wait, attempt == 1 ? 3 : 7);
    EXPECT_LT(state.seconds_to_wait, attempt == 1 ? 6.5 : 12.6);
    owner().run(hurry, kind);
    workers.wake();
  }
  ASSERT_TRUE(eventually([&] { return testing_db::jobs().one(look, kind).failed; }));
  EXPECT_EQ(testing_db::jobs().one(look, kind).attempts, 3);
  EXPECT_EQ(workers.counts().given_up, 1u);
  EXPECT_EQ(workers.counts().retried, 2u);
}

TEST(Jobs, a_worker_that_vanished_is_replaced_once_its_lease_is_out_and_can_write_no_more) {
  const auto kind = new_name("test.vanish");
  owner().run(ask, kind, kind);
  auto& vanished = testing_db::jobs();
  const auto taken = vanished.one(jobs::take, {kind}, {60});
  EXPECT_EQ(taken.payload, R"({"n": 5})");
  Workers workers(settings(), {{.name = kind, .run = count_run}}, 1);
  workers.wake();
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(runs_of(kind), 0) << "it was taken while somebody had it";

  owner().run(let_lease_run_out, kind);
  workers.wake();
  ASSERT_TRUE(eventually([&] { return runs_of(kind) == 1; }));
  for (const auto& late : {std::function([&] { vanished.run(jobs::hold, taken.id, taken.attempt, 60); }),
                           std::function([&] { vanished.run(jobs::finish, taken.id, taken.attempt); })}) {
    try {
      late();
      ADD_FAILURE() << "the late one was let through";
    } catch (const pg::Error& error) {
      EXPECT_EQ(error.state, "CP409");
    }
  }
}

TEST(Jobs, a_job_that_kills_its_process_each_time_is_given_up) {
  const auto kind = new_name("test.poison");
  owner().run(ask, kind, kind);
  for (int i = 0; i < 2; ++i) {
    testing_db::jobs().one(jobs::take, {kind}, {60});
    owner().run(let_lease_run_out, kind);
  }
  Workers workers(settings(), {{.name = kind, .run = count_run, .attempts = 2}}, 1);
  ASSERT_TRUE(eventually([&] { return testing_db::jobs().one(look, kind).failed; }));
  EXPECT_EQ(runs_of(kind), 0);
}

TEST(Jobs, its_writes_and_its_end_can_be_one_transaction) {
  const auto kind = new_name("test.whole");
  owner().run(ask, kind, kind);
  Workers workers(settings(),
                  {{.name = kind,
                    .run =
                        [](Job& job) {
                          pg::Batch batch;
                          batch.run(ask, job.key + " next", job.key + " next");
                          job.done(batch);
                          job.database.send(batch);
                        }}},
                  1);
  ASSERT_TRUE(eventually([&] { return testing_db::jobs().one(look, kind).done; }));
  EXPECT_EQ(testing_db::jobs().one(look, kind + " next").attempts, 0);
}

std::atomic<bool> waiting = false;
TEST(Jobs, a_job_gives_way_when_the_process_stops_and_loses_no_attempt) {
  const auto kind = new_name("test.stop");
  owner().run(ask, kind, kind);
  Workers workers(settings(),
                  {{.name = kind,
                    .run =
                        [](Job& job) {
                          waiting = true;
                          while (!job.stopping()) std::this_thread::sleep_for(5ms);
                          throw jobs::Stopped{};
                        }}},
                  1);
  ASSERT_TRUE(eventually([] { return waiting.load(); }));
  workers.stop();
  const auto state = testing_db::jobs().one(look, kind);
  EXPECT_EQ(state.attempts, 0);
  EXPECT_FALSE(state.leased || state.done || state.failed);
}

std::atomic<bool> leave = false;
TEST(Jobs, a_lease_is_renewed_while_its_process_lives) {
  const auto kind = new_name("test.long");
  owner().run(ask, kind, kind);
  Workers workers(settings(),
                  {{.name = kind,
                    .run =
                        [](Job&) {
                          while (!leave) std::this_thread::sleep_for(5ms);
                        },
                    .lease = 10s}},
                  1);
  ASSERT_TRUE(eventually([&] { return testing_db::jobs().one(look, kind).leased; }));
  double least = 10, most_after_least = 0;
  EXPECT_TRUE(eventually([&] {
    const double left = testing_db::jobs().one(lease_left, kind);
    least = std::min(least, left);
    most_after_least = left < least + 1 ? 0 : left;
    return most_after_least > 9;
  }));
  leave = true;
}

TEST(Jobs, the_clock_asks_once_in_each_period_however_many_processes_there_are) {
  const auto kind = new_name("test.clock");
  static std::atomic<int> times;
  const jobs::Kind regular{.name = kind, .run = [](Job&) { ++times; }, .every = 24h};
  Workers one(settings(), {regular}, 1), other(settings(), {regular}, 1);
  EXPECT_TRUE(eventually([] { return times == 1; }));
  one.wake();
  other.wake();
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(times, 1);
}

const pg::Statement<void(std::string)> age{"jobs.test.age",
                                           "update job set done_at = now() - interval '31 days' where key = $1"};
const pg::Statement<std::int64_t(MemberId)> sessions{"scene.jobs.sessions",
                                                     "select count(*) from session where member_id = $1"};
const pg::Statement<void(MemberId)> expire_sessions{
    "scene.jobs.expire", "update session set expires_at = now() - interval '1 second' where member_id = $1"};

const pg::Statement<void()> forget_today{"scene.jobs.forget", "delete from job where kind = 'clean'"};

TEST(Jobs, each_day_what_is_over_is_cleaned_away) {
  const auto old = new_name("test.old"), young = new_name("test.young");
  for (const auto& kind : {old, young}) owner().run(ask, kind, kind);
  owner().run(age, old);
  owner().run(forget_today);
  const auto gone = member(), here = member();
  session(gone);
  session(here);
  owner().run(expire_sessions, gone);
  Workers workers(settings(), {jobs::clean()}, 1);
  EXPECT_TRUE(eventually([&] { return !testing_db::jobs().maybe(look, old); }));
  EXPECT_TRUE(testing_db::jobs().maybe(look, young));
  EXPECT_EQ(owner().one(sessions, gone), 0);
  EXPECT_EQ(owner().one(sessions, here), 1);
}

}  // namespace
