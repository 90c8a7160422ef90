// The feed and walls against the database: what is recorded, who sees it, that pages neither repeat nor skip, and that
// many coopains among many members cost few pages of disk.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "activity/entry.hpp"
#include "activity/say.hpp"
#include "testing/plan.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using namespace activity;
using Text = std::string;
using Kinds = std::multiset<Text>;

const pg::Statement<void(EventId, MemberId, Text)> answers{"scene.activity.answer", R"(
  update event_guest set answer = $3, answered_at = now() where event_id = $1 and member_id = $2)"};
const pg::Statement<void(MemberId, Text)> says{
    "scene.activity.says", "insert into activity (kind, member_id, body) values ('status', $1, $2)"};
const pg::Statement<SpaceId(SpaceId)> make_group{
    "scene.activity.group", "insert into space (kind, parent_id, name) values ('group', $1, 'Écoles') returning id"};
const pg::Statement<void(MemberId, MemberId)> part{
    "scene.activity.part", "delete from bond where (member_id, coopain_id) in (($1, $2), ($2, $1))"};
const pg::Statement<void(SpaceId, MemberId)> leave{"scene.activity.leave",
                                                   "delete from membership where space_id = $1 and member_id = $2"};
const pg::Statement<void(EventId)> cancel{"scene.activity.cancel",
                                          "update event set state = 'cancelled' where id = $1"};
const pg::Statement<void(ActivityId)> remove_entry{"test.activity.remove", "delete from activity where id = $1"};
const pg::Statement<bool(MemberId)> may_write{"test.activity.wall_open", "select wall_open($1)"};
const pg::Statement<void(MemberId, MemberId)> forge{
    "test.activity.forge", "insert into activity (kind, member_id, other_id) values ('bond', $1, $2)"};
const pg::Statement<void(MemberId)> forge_status{
    "test.activity.forge_status", "insert into activity (kind, member_id, body) values ('status', $1, 'Bonjour')"};
const pg::Statement<std::int64_t()> walls_index{"test.activity.index", "select count(*) from activity_person"};

Window feed_of(MemberId viewer, std::int64_t before = 0, std::int32_t most = 40, const Text& circle = "all") {
  return read(as(viewer, feed_entries, circle, before, most));
}
Window wall_of(MemberId viewer, MemberId whose) {
  return read(as(viewer, wall_entries, whose, 0, 40));
}
Kinds kinds(const Window& window) {
  Kinds found;
  for (const auto& entry : window.entries) found.insert(entry.kind);
  return found;
}

struct Activity : testing::Test {
  const SpaceId place = federation(), home = section(place), away = section(place);
  const MemberId me = member("Moi", "Même"), anna = member("Anna", "Amie"), stranger = member("Théo", "Tiers");
  Activity() {
    join(me, home);
    join(anna, away);
    bond(me, anna);
  }
};

TEST_F(Activity, C03_WhatACoopainDoesIsRecordedOnceAndToldToWhoeverMaySeeIt) {
  const auto group = owner().one(make_group, national());
  join(anna, group);
  const auto open = event(anna, {.is_public = true}), theirs = event(stranger, {.is_public = true});
  invite(theirs, anna, "yes");
  const auto closed = event(stranger, {.spaces = {away}});
  invite(closed, anna, "yes");
  owner().run(says, anna, "Bonjour");
  EXPECT_EQ(kinds(feed_of(me)), (Kinds{"section", "bond", "group", "event", "participation", "status"}));
  EXPECT_EQ(kinds(wall_of(stranger, anna)),
            (Kinds{"section", "bond", "event", "participation", "participation", "status"}))
      << "not the group, whose members are its insiders'; the closed event, since it is their own";
  EXPECT_TRUE(feed_of(stranger).entries.empty());
  owner().run(cancel, open);
  EXPECT_FALSE(kinds(feed_of(me)).contains("event"));
}

TEST_F(Activity, C03_WhatIsUndoneIsToldNoMore) {
  const auto group = owner().one(make_group, national());
  join(anna, group);
  const auto there = event(stranger, {.is_public = true});
  invite(there, anna);
  EXPECT_FALSE(kinds(feed_of(me)).contains("participation")) << "an invitation is no participation";
  owner().run(answers, there, anna, "yes");
  EXPECT_TRUE(kinds(feed_of(me)).contains("participation"));
  owner().run(answers, there, anna, "no");
  owner().run(leave, group, anna);
  EXPECT_EQ(kinds(feed_of(me)), (Kinds{"section", "bond"}));
  owner().run(part, me, anna);
  EXPECT_TRUE(feed_of(me).entries.empty());
  EXPECT_EQ(kinds(wall_of(me, anna)), Kinds{"section"});
}

TEST_F(Activity, C03_WhoHidesIsNamedByNobody) {
  const auto hidden = member("Zoé", "Cachée", "secretary"), discreet = member("Luc", "Discret", "circle");
  bond(anna, hidden);
  bond(anna, discreet);
  bond(me, hidden);
  owner().run(says, hidden, "Personne ne me lit.");
  const auto window = feed_of(me);
  EXPECT_EQ(kinds(window), (Kinds{"section", "bond"})) << "the bonds of hidden people are told to none";
  EXPECT_EQ(kinds(wall_of(anna, anna)).count("bond"), 2u) << "their coopain sees the discreet one";
  EXPECT_TRUE(wall_of(me, hidden).entries.empty());
}

TEST_F(Activity, C03_ACircleNarrowsTheFeed) {
  const auto near = member("Inès", "Proche"), far = member("Ali", "Loin");
  join(near, home);
  join(far, section(federation()));
  for (const auto who : {near, far}) {
    bond(me, who);
    owner().run(says, who, "Coucou");
  }
  owner().run(says, anna, "Coucou");
  const auto speakers = [&](const Text& circle) {
    std::set<Text> names;
    for (const auto& entry : feed_of(me, 0, 40, circle).entries)
      if (entry.kind == "status") names.insert(entry.member.name);
    return names;
  };
  EXPECT_EQ(speakers("all"), (std::set<Text>{"Anna Amie", "Inès Proche", "Ali Loin"}));
  EXPECT_EQ(speakers("section"), std::set<Text>{"Inès Proche"});
  EXPECT_EQ(speakers("party"), (std::set<Text>{"Anna Amie", "Inès Proche"}));
  EXPECT_TRUE(speakers("groups").empty());
}

// While others write, and though somebody floods: each entry that was there stands on one page, once.
TEST_F(Activity, C03_PagesNeitherRepeatNorSkip) {
  const auto flood = member("Max", "Flot"), calm = member("Jade", "Calme");
  bond(me, flood);
  bond(me, calm);
  for (int i = 0; i < 60; ++i) owner().run(says, i % 10 == 0 ? calm : flood, "Mot " + std::to_string(i));
  std::multiset<Text> read_words;
  std::int64_t before = 0;
  int pages = 0;
  do {
    const auto window = feed_of(me, before, 9);
    for (const auto& entry : window.entries) read_words.insert(entry.body);
    before = window.next;
    owner().run(says, pages % 2 ? calm : anna, "Nouveau");
    ASSERT_LT(++pages, 40);
  } while (before != 0);
  EXPECT_EQ(read_words.count("Nouveau"), 0u);
  for (int i = 0; i < 60; ++i) EXPECT_EQ(read_words.count("Mot " + std::to_string(i)), 1u) << i;
}

TEST_F(Activity, B04_OneWritesOnTheWallOfWhomOneSeesAndWhoSeesOne) {
  EXPECT_EQ(run_as(me, say, anna, "Bravo", ""), 1);
  EXPECT_EQ(kinds(wall_of(stranger, anna)).count("wall"), 1u);
  EXPECT_EQ(kinds(wall_of(me, me)).count("wall"), 1u);
  const auto hidden = member("Zoé", "Cachée", "secretary");
  EXPECT_EQ(run_as(me, say, hidden, "Coucou", ""), 0) << "whom one does not see";
  EXPECT_EQ(run_as(hidden, say, anna, "Coucou", ""), 0) << "who does not see one";
  EXPECT_FALSE(as(me, may_write, me).front());
  EXPECT_EQ(run_as(me, say, std::nullopt, "À moi", "https://example.org/"), 1);
}

TEST_F(Activity, B04_AnEntryIsTakenAwayByItsAuthorAndByTheOwnerOfTheWall) {
  for (const auto who : {me, anna}) {
    run_as(me, say, anna, "Bravo", "");
    const auto entry = wall_of(anna, anna).entries.front();
    ASSERT_EQ(entry.kind, "wall");
    EXPECT_EQ(run_as(stranger, remove_entry, entry.id), 0);
    EXPECT_EQ(run_as(who, remove_entry, entry.id), 1);
  }
  EXPECT_EQ(kinds(wall_of(anna, anna)).count("wall"), 0u);
}

TEST_F(Activity, C03_NobodySpeaksForAnotherNorRecordsWhatWasNotDone) {
  EXPECT_EQ(refusal_of([&] { run_as(me, forge_status, anna); }), "42501");
  EXPECT_EQ(refusal_of([&] { run_as(me, forge, me, stranger); }), "42501");
  EXPECT_EQ(refusal_of([&] { as(me, walls_index); }), "42501");
}

// Three hundred coopains among many members: the feed reads the latest of each from one index.
const pg::Statement<void(MemberId, std::int32_t, std::int32_t)> crowd{"scene.activity.crowd", R"(
  with people as (insert into member (first_name, last_name) select 'Membre', 'Essai ' || n from generate_series(1, $2) n returning id),
       friends as (insert into bond (member_id, coopain_id) select $1, id from people where id % 10 = 0 limit 300)
  insert into activity (kind, member_id, body, at) select 'status', id, 'Bonjour', now() - i * interval '1 hour' from people, generate_series(1, $3) i order by i desc)"};
// All that the page reads: what another test left uncounted would change the plan from one run to the next.
const pg::Statement<void()> analyze{"scene.activity.analyze",
                                    "analyze activity, activity_person, bond, event, event_guest, member, membership"};
const pg::Statement<void()> as_the_server{"scene.activity.role", "set local role coopol_app"};

Text filled_in(Text sql) {
  for (const auto& [parameter, value] : {std::pair{"$1", "'all'"}, {"$2", "0"}, {"$3", "40"}})
    for (size_t at = sql.find(parameter); at != Text::npos; at = sql.find(parameter, at)) sql.replace(at, 2, value);
  return sql;
}

TEST_F(Activity, C03_TheFeedOfThreeHundredCoopainsTouchesFewPages) {
  static const Text explain_sql = "explain (analyze, buffers, costs off, timing off) " + filled_in(feed_entries.sql());
  static const pg::Statement<Text()> explain{"scene.activity.explain", explain_sql.c_str()};
  const auto viewer = member();
  pg::Transaction undone(owner());  // never committed: other tests need no such crowd
  pg::Batch batch;
  batch.run(crowd, viewer, 4000, 40);
  batch.run(analyze);
  become(batch, viewer);
  batch.run(as_the_server);
  batch.all(explain);  // plans and catalogues are in memory ever after
  const auto lines = batch.all(explain);
  undone.send(batch);

  const auto pages = testing_db::pages_touched(*lines);
  ASSERT_TRUE(pages);
  RecordProperty("pages", *pages);
  // For each coopain three of the index and, since nothing of this crowd is committed, the rows themselves; then the
  // entries of one page. Measured: 2,900.
  EXPECT_LT(*pages, 300 * 9 + 700);
}

}  // namespace
