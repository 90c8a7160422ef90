// The hub against the real database and its triggers, with the browsers' side made up. Real WebSockets:
// tests/hostile/live.test.ts.

#include "live/hub.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <functional>

#include "core/crypto.hpp"
#include "core/jobs/job.hpp"
#include "core/pg/listener.hpp"
#include "live/door.hpp"
#include "testing/scene.hpp"

namespace {

using namespace std::chrono_literals;
using namespace testing_db;
using live::Subject;

const pg::Statement<MemberId(std::int64_t, std::vector<MemberId>)> may_see{
    "live.test.may_see", "select m from unnest($2::bigint[]) m where event_visible(m, $1)"};
const pg::Statement<std::int32_t(std::int64_t)> coming{"live.test.coming", "select coming from event where id = $1"};
const pg::Statement<void(EventId, MemberId, std::string)> answer{
    "scene.live.answer",
    "update event_guest set answer = $3, answered_at = now() where event_id = $1 and member_id = $2"};
const pg::Statement<void(EventId)> hide{"scene.live.hide", "update event set is_public = false where id = $1"};
const pg::Statement<void(EventId)> rename_event{"scene.live.rename",
                                                "update event set title = 'Autre titre' where id = $1"};
const pg::Statement<void(MemberId, MemberId)> ask_bond{"scene.live.bond",
                                                       "insert into bond_request (from_id, to_id) values ($1, $2)"};
const pg::Statement<void(pg::Bytes)> close_hash{"scene.live.close_hash", "delete from session where token_hash = $1"};
const pg::Statement<void(pg::Bytes)> expire_hash{
    "scene.live.expire", "update session set expires_at = now() - interval '1 second' where token_hash = $1"};
const pg::Statement<std::int64_t(pg::Bytes)> session_of{"scene.live.session",
                                                        "select id from session where token_hash = $1"};
const pg::Statement<void(EventId, std::int32_t, MemberId)> invite_crowd{"scene.live.crowd", R"(
  with crowd as (insert into member (first_name, last_name) select 'Membre', 'Essai ' || n from generate_series(1, $2) n returning id)
  insert into event_guest (event_id, member_id) select $1, id from (select id from crowd union all select $3) all_of_them)"};
const pg::Statement<bool()> cut_hub{"scene.live.cut",
                                    "select bool_and(pg_terminate_backend(pid)) from pg_stat_activity where datname = "
                                    "current_database() and application_name = 'coopol listener'"};

std::atomic<int> renderings = 0;
std::string render(pg::Connection& database, std::int64_t event, MemberId viewer) {
  ++renderings;
  pg::Batch batch;
  batch.run(jobs::act_as, viewer);
  const auto count = batch.one(coming, event);
  database.send(batch);
  return "coming " + std::to_string(*count);
}

struct Live : testing::Test {
  struct Browser {
    std::vector<std::string> heard;
    int closed_with = 0;
  };
  Settings settings;
  std::mutex mutex;
  std::map<http::SocketId, Browser> browsers;
  http::SocketId last = 0;
  std::optional<live::Hub> hub;
  std::optional<pg::Listener> listener;

  Live() {
    settings.database_url = app_url();
    settings.secret = std::string(32, 's');
    hub.emplace(settings, std::vector<live::Topic>{{"event", may_see, render}});
    hub->start({.send =
                    [this](auto ids, auto text) {
                      const std::lock_guard lock(mutex);
                      for (const auto id : ids) browsers[id].heard.push_back(text->substr(text->find('\n') + 1));
                    },
                .close =
                    [this](auto id, auto code, auto) {
                      const std::lock_guard lock(mutex);
                      browsers[id].closed_with = code;
                    }});
    listener.emplace(
        settings.database_url, std::vector<std::string>{live::changes_channel, live::sessions_channel},
        [this](auto channel, auto payload) { hub->heard(channel, payload); }, [this] { hub->connected(); });
    EXPECT_TRUE(eventually([this] { return listener->connections() == 1; }));
  }
  ~Live() override {
    listener->stop();
    hub->stop();
  }

  static bool eventually(const std::function<bool()>& happened, std::chrono::milliseconds within = 5s) {
    for (const auto end = std::chrono::steady_clock::now() + within; std::chrono::steady_clock::now() < end;
         std::this_thread::sleep_for(2ms))
      if (happened()) return true;
    return happened();
  }
  static std::chrono::system_clock::time_point now() { return std::chrono::system_clock::now(); }

  http::SocketId open(MemberId who, std::vector<Subject> subjects, const std::optional<std::string>& session_token = {},
                      std::chrono::system_clock::time_point since = now()) {
    const auto token = session_token.value_or(session(who));
    live::Watcher watcher{who, owner().one(session_of, pg::Bytes{crypto::sha256(token)}),
                          std::chrono::floor<std::chrono::microseconds>(now() + 1h), std::move(subjects), since};
    EXPECT_TRUE(hub->admit(++last, std::move(watcher)));
    hub->opened(last);
    return last;
  }
  Browser browser(http::SocketId id) {
    const std::lock_guard lock(mutex);
    return browsers[id];
  }
  bool hears(http::SocketId id, const std::string& words) {
    return eventually([&] {
      const auto all = browser(id).heard;
      return std::any_of(all.begin(), all.end(),
                         [&](const auto& text) { return text.find(words) != std::string::npos; });
    });
  }
  size_t messages(http::SocketId id) { return browser(id).heard.size() - 1; }  // the first is the greeting
};

TEST_F(Live, an_answer_reaches_those_who_look_and_nobody_else) {
  const auto maker = member(), guest = member(), reader = member();
  const auto watched = event(maker, {.is_public = true}), other = event(maker, {.is_public = true});
  const auto looking = open(reader, {{"event", watched.number()}}),
             elsewhere = open(reader, {{"event", other.number()}});
  invite(watched, guest, "yes");
  EXPECT_TRUE(hears(looking, "coming 1"));
  std::this_thread::sleep_for(150ms);
  EXPECT_EQ(messages(elsewhere), 0u);
}

TEST_F(Live, who_may_see_is_asked_when_it_leaves) {
  const auto maker = member(), stranger = member();
  const auto which = event(maker, {.is_public = true});
  const auto makers = open(maker, {{"event", which.number()}}), strangers = open(stranger, {{"event", which.number()}});
  invite(which, member(), "yes");
  ASSERT_TRUE(hears(strangers, "coming 1"));
  owner().run(hide, which);
  invite(which, member(), "yes");
  EXPECT_TRUE(hears(makers, "coming 2"));
  EXPECT_FALSE(browser(strangers).heard.back() == "coming 2");
}

TEST_F(Live, many_changes_at_once_are_rendered_once_for_everybody) {
  const auto maker = member();
  const auto which = event(maker, {.is_public = true});
  std::vector<http::SocketId> looking;
  for (int i = 0; i < 15; ++i) looking.push_back(open(member(), {{"event", which.number()}}));
  std::vector<MemberId> guests;
  for (int i = 0; i < 5; ++i) guests.push_back(member());
  const int before = renderings;
  for (const auto guest : guests) invite(which, guest, "yes");
  for (const auto socket : looking) EXPECT_TRUE(hears(socket, "coming 5"));
  EXPECT_LE(renderings - before, 2);
}

TEST_F(Live, a_members_counters_move_by_themselves) {
  const auto me = member(), other = member();
  const auto socket = open(me, {{"member", me.number()}});
  owner().run(ask_bond, other, me);
  EXPECT_TRUE(hears(socket, R"(targets=".count-coopains"><template>1<)"));
  const auto which = event(other);
  invite(which, me);
  EXPECT_TRUE(hears(socket, R"(targets=".count-agenda"><template>1<)"));
  owner().run(answer, which, me, "yes");
  EXPECT_TRUE(hears(socket, "/evenements/" + std::to_string(which.number())));
  owner().run(rename_event, which);
  EXPECT_TRUE(hears(socket, "Autre titre"));
}

TEST_F(Live, inviting_thousands_tells_each_of_them) {
  const auto maker = member(), me = member();
  const auto which = event(maker);
  const auto socket = open(me, {{"member", me.number()}});
  owner().run(invite_crowd, which, 1500, me);
  EXPECT_TRUE(hears(socket, R"(targets=".count-agenda"><template>1<)"));
}

TEST_F(Live, ends_with_its_session) {
  const auto me = member();
  const auto closing = session(me), expiring = session(me);
  const auto closed = open(me, {}, closing), expired = open(me, {}, expiring), other = open(me, {});
  const auto start = std::chrono::steady_clock::now();
  owner().run(close_hash, pg::Bytes{crypto::sha256(closing)});
  EXPECT_TRUE(eventually([&] { return browser(closed).closed_with == live::session_closed_code; }, 1s));
  EXPECT_LT(std::chrono::steady_clock::now() - start, 1s);

  owner().run(expire_hash, pg::Bytes{crypto::sha256(expiring)});
  hub->connected();  // a look at all of them, as after the database was away
  EXPECT_TRUE(eventually([&] { return browser(expired).closed_with == live::session_closed_code; }, 1s));
  EXPECT_EQ(browser(other).closed_with, 0);
}

TEST_F(Live, whoever_comes_back_is_sent_what_changed_meanwhile) {
  const auto maker = member(), reader = member();
  const auto quiet = event(maker, {.is_public = true}), lively = event(maker, {.is_public = true});
  std::this_thread::sleep_for(50ms);  // the scene's own notifications
  const auto left_at = now();
  invite(lively, member(), "yes");
  std::this_thread::sleep_for(50ms);
  const auto back = open(reader, {{"event", quiet.number()}, {"event", lively.number()}}, {}, left_at);
  EXPECT_TRUE(hears(back, "coming 1"));
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(messages(back), 1u);
}

TEST_F(Live, after_the_listener_lost_the_database_everything_is_looked_at_again) {
  const auto maker = member(), reader = member();
  const auto which = event(maker, {.is_public = true});
  const auto socket = open(reader, {{"event", which.number()}});
  owner().one(cut_hub);
  invite(which, member(), "yes");  // nobody hears this
  EXPECT_TRUE(hears(socket, "coming 1"));
  EXPECT_TRUE(eventually([&] { return listener->connections() == 2; }));
}

// —— the door

struct LiveDoor : Live {
  RateLimit rates;
  std::vector<std::unique_ptr<pg::Connection>> databases;
  std::optional<live::Door> door;
  LiveDoor() {
    databases.push_back(std::make_unique<pg::Connection>(app_url()));
    door.emplace(*hub, settings, rates, databases);
  }
  http::Request request(const std::string& session_token, const std::string& topics = {}) {
    http::Request asked;
    asked.path = "/vif";
    asked.headers.add("origin", settings.base_url);
    asked.headers.add("cookie", "__Host-session=" + crypto::base64url(session_token));
    asked.query.add("topics", topics);
    return asked;
  }
  int status(http::Request asked) { return door->open(asked, ++last).status; }
};

TEST_F(LiveDoor, opens_to_members_from_our_own_pages) {
  const auto token = session(member());
  EXPECT_EQ(status(request(token)), 101);
  auto foreign = request(token);
  foreign.headers.set("origin", "https://evil.example");
  EXPECT_EQ(status(foreign), 403);
  http::Request unsaid = request(token);
  unsaid.headers = {};
  unsaid.headers.add("cookie", "__Host-session=" + crypto::base64url(token));
  EXPECT_EQ(status(unsaid), 403);
  EXPECT_EQ(status(request(crypto::random_bytes(32))), 401);
  auto nobody = request(token);
  nobody.headers = {};
  nobody.headers.add("origin", settings.base_url);
  EXPECT_EQ(status(nobody), 401);
  auto elsewhere = request(token);
  elsewhere.path = "/autre";
  EXPECT_EQ(status(elsewhere), 404);
}

TEST_F(LiveDoor, shows_only_what_a_page_was_given_to_that_member) {
  const auto maker = member(), reader = member();
  const auto which = event(maker, {.is_public = true});
  auto mine = request(session(reader), "garbage event-" + std::to_string(which.number()) + " " +
                                           live::token(settings.secret, reader, "event", which.number()));
  EXPECT_EQ(door->open(mine, ++last).status, 101);
  const auto good = last;
  auto stolen = request(session(reader), live::token(settings.secret, maker, "event", which.number()));
  EXPECT_EQ(door->open(stolen, ++last).status, 101);
  const auto bad = last;
  hub->opened(good);
  hub->opened(bad);
  invite(which, member(), "yes");
  EXPECT_TRUE(hears(good, "coming 1"));
  for (const auto& text : browser(bad).heard) EXPECT_EQ(text.find("coming"), std::string::npos);
}

TEST_F(LiveDoor, keeps_a_member_from_opening_too_many_or_too_fast) {
  const auto who = member();
  const auto token = session(who);
  int accepted = 0, refused = 0;
  for (int i = 0; i < 25; ++i) ++(status(request(token)) == 101 ? accepted : refused);
  EXPECT_EQ(accepted, 20);
  EXPECT_EQ(refused, 5);

  const auto hasty = session(member());
  accepted = 0;
  for (int i = 0; i < 70; ++i) {
    if (status(request(hasty)) == 101) ++accepted;
    hub->closed(last);
  }
  EXPECT_EQ(accepted, 60);
}

}  // namespace
