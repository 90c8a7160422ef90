#include <gtest/gtest.h>

#include "live/changes.hpp"
#include "live/token.hpp"
#include "live/topic.hpp"
#include "live/watchers.hpp"

namespace {

using live::Changes;
using live::Subject;
using live::Watcher;
using live::Watchers;
using namespace std::chrono_literals;

const std::string secret(32, 's');

TEST(LiveToken, is_for_one_member_and_one_subject) {
  const auto token = live::token(secret, MemberId(7), "event", 12);
  EXPECT_EQ(live::read_token(secret, MemberId(7), token), (Subject{"event", 12}));
  EXPECT_FALSE(live::read_token(secret, MemberId(8), token));
  EXPECT_FALSE(live::read_token(std::string(32, 't'), MemberId(7), token));
  for (const std::string& bad : {std::string(), std::string("event"), std::string("event-12"), std::string("event-12-"),
                                 "event-13" + token.substr(8), token + "A", "x" + token})
    EXPECT_FALSE(live::read_token(secret, MemberId(7), bad)) << bad;
}

struct LiveChanges : testing::Test {
  Changes changes;
  const Changes::Time start{1000h};
  const std::vector<Subject> two{{"event", 1}, {"event", 2}};
};

TEST_F(LiveChanges, before_anything_was_heard_all_may_have_changed) {
  EXPECT_EQ(changes.since(start, two), two);
  changes.begin(start);
  EXPECT_EQ(changes.since(start - 1s, two), two);
  EXPECT_TRUE(changes.since(start, two).empty());
}

TEST_F(LiveChanges, only_what_changed_since) {
  changes.begin(start);
  changes.add(two[1], start + 10s);
  EXPECT_EQ(changes.since(start + 5s, two), std::vector{two[1]});
  EXPECT_TRUE(changes.since(start + 11s, two).empty());
}

TEST_F(LiveChanges, forgets_with_time_and_knows_that_it_did) {
  changes.begin(start);
  changes.add(two[0], start + 1s);
  changes.add({"event", 3}, start + 20min);
  EXPECT_EQ(changes.since(start + 2s, two), two) << "longer ago than it remembers";
  EXPECT_TRUE(changes.since(start + 11min, two).empty());
}

TEST_F(LiveChanges, more_than_it_can_keep_is_as_if_nothing_was_known) {
  changes.begin(start);
  for (int i = 0; i <= 100'000; ++i) changes.add({"member", i}, start + 1s);
  EXPECT_EQ(changes.since(start, two), two);
}

struct LiveWatchers : testing::Test {
  Watchers watchers;
  Watcher watcher(int member, std::vector<Subject> subjects, int session = 1) {
    return {MemberId(member), session, pg::Time(100s), std::move(subjects), {}, true};
  }
};

TEST_F(LiveWatchers, know_who_looks_at_what_until_they_leave) {
  watchers.add(1, watcher(7, {{"event", 1}, {"member", 7}}));
  watchers.add(2, watcher(8, {{"event", 1}}));
  EXPECT_EQ(watchers.of({"event", 1}).size(), 2u);
  watchers.find(2)->open = false;
  EXPECT_EQ(watchers.of({"event", 1}).size(), 1u) << "one that is not open yet gets nothing";
  watchers.remove(1);
  watchers.remove(2);
  watchers.remove(2);
  EXPECT_FALSE(watchers.watched({"event", 1}));
  EXPECT_TRUE(watchers.subjects().empty() && watchers.sessions().empty());
}

TEST_F(LiveWatchers, let_one_member_open_twenty) {
  for (unsigned i = 0; i < Watchers::most_per_member; ++i) EXPECT_TRUE(watchers.add(i, watcher(7, {})));
  EXPECT_FALSE(watchers.add(100, watcher(7, {})));
  EXPECT_TRUE(watchers.add(101, watcher(8, {})));
  watchers.remove(0);
  EXPECT_TRUE(watchers.add(102, watcher(7, {})));
}

TEST_F(LiveWatchers, know_whose_session_is_over) {
  watchers.add(1, watcher(7, {}, 1));
  watchers.add(2, watcher(7, {}, 1));
  watchers.add(3, watcher(7, {}, 2));
  EXPECT_EQ(watchers.of_session(1).size(), 2u);
  EXPECT_TRUE(watchers.sessions_ended(pg::Time(99s)).empty());
  watchers.extend(1, pg::Time(200s));
  EXPECT_EQ(watchers.sessions_ended(pg::Time(100s)), std::set<std::int64_t>{2});
}

}  // namespace
