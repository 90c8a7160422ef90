#include "activity/grouping.hpp"

#include <gtest/gtest.h>

namespace {

using namespace activity;

const Person anna{MemberId(1), "Anna"}, malik{MemberId(2), "Malik"}, rose{MemberId(3), "Rose"}, me{MemberId(9), "Moi"};

struct Entries : testing::Test {
  std::vector<Entry> entries;
  std::int64_t next = 100;

  void did(const char* kind, const Person& who, std::int64_t about, std::optional<Person> other = {}) {
    entries.push_back({.id = ActivityId(next--),
                       .kind = kind,
                       .at = pg::Time{std::chrono::seconds(next)},
                       .body = "Bonjour",
                       .member = who,
                       .other = std::move(other),
                       .about = about,
                       .title = "Numéro " + std::to_string(about)});
  }
  [[nodiscard]] std::vector<Group> all() const { return grouped(entries, me.id); }
};

TEST_F(Entries, C03_WhoJoinsTheSameGroupIsToldOfTogether) {
  did("group", anna, 7);
  did("status", rose, 0);
  did("group", malik, 7);
  did("group", anna, 7);
  const auto groups = all();
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].people, (std::vector<Person>{anna, malik}));
  EXPECT_EQ(groups[0].ids.size(), 3u);
  EXPECT_EQ(groups[1].kind, "status");
}

TEST_F(Entries, C03_WhoDoesMuchAloneIsToldOfOnce) {
  for (int i = 0; i < 30; ++i) did("participation", anna, i);
  did("participation", malik, 500);
  const auto groups = all();
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].about.size(), 30u);
  EXPECT_EQ(groups[0].ids.size(), 30u);
}

TEST_F(Entries, C03_WhoSaysMuchIsReadThreeTimesAndCountedThen) {
  for (int i = 0; i < 20; ++i) did("status", anna, 0);
  did("status", malik, 0);
  const auto groups = all();
  ASSERT_EQ(groups.size(), 5u);
  EXPECT_EQ(groups[2].kind, "status");
  EXPECT_EQ(groups[3].kind, "more");
  EXPECT_EQ(groups[3].ids.size(), 17u);
  EXPECT_EQ(groups[4].people, std::vector<Person>{malik});
}

TEST_F(Entries, C03_BondsAreToldFromTheSideOfWhoeverLooks) {
  did("bond", anna, 0, me);
  did("bond", malik, 0, me);
  did("bond", anna, 0, rose);
  const auto groups = all();
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].people, std::vector<Person>{me});
  ASSERT_EQ(groups[0].about.size(), 2u);
  EXPECT_EQ(groups[0].about[0].title, "Anna");
  EXPECT_EQ(groups[1].people, std::vector<Person>{anna});
}

TEST_F(Entries, C03_NoEntryIsLostInGroups) {
  const char* kinds[] = {"status", "group", "participation", "event", "section"};
  for (int i = 0; i < 40; ++i) did(kinds[i % 5], i % 3 == 0 ? anna : malik, i % 4);
  size_t ids = 0;
  for (const auto& group : all()) ids += group.ids.size();
  EXPECT_EQ(ids, entries.size());
}

}  // namespace
