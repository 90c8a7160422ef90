// S08: what the office does with the ticked can be undone for a day.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sections/ids.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using sections::ListId;
using testing::ElementsAre;
using Ids = std::vector<std::int64_t>;

struct Act {
  std::optional<std::int64_t> id;
  std::int64_t changed;
};
const pg::Statement<Act(SpaceId, Ids, std::string)> rank{"scene.acts.rank",
                                                         "select act, changed from section_act_rank($1, $2, $3)"};
const pg::Statement<Act(SpaceId, ListId, Ids)> put{"scene.acts.put",
                                                   "select act, changed from section_act_list($1, $2, $3, true)"};
const pg::Statement<Act(SpaceId, ListId, Ids)> take{"scene.acts.take",
                                                    "select act, changed from section_act_list($1, $2, $3, false)"};
const pg::Statement<std::optional<std::int64_t>(SpaceId, std::int64_t)> undo{"scene.acts.undo",
                                                                             "select section_undo_act($1, $2)"};
const pg::Statement<ListId(SpaceId, std::string, std::string)> make_list{
    "scene.acts.list", "insert into section_list (section_id, kind, name) values ($1, $2, $3) returning id"};
const pg::Statement<std::string(SpaceId)> ranks{"scene.acts.ranks", R"(
  select string_agg(m.first_name || ' ' || b.role || ' ' || b.kind, ', ' order by m.first_name) from membership b join member m on m.id = b.member_id
   where b.space_id = $1 and b.role <> 'secretary')"};
const pg::Statement<std::string(SpaceId)> lists{"scene.acts.lists", R"(
  select coalesce(string_agg(l.name || ' ' || m.first_name, ', ' order by l.name, m.first_name), '') from section_list l join section_list_member t on t.list_id = l.id
    join member m on m.id = t.member_id where l.section_id = $1)"};
const pg::Statement<void(std::int64_t)> age{"scene.acts.age",
                                            "update section_act set at = now() - interval '25 hours' where id = $1"};

const pg::Statement<void(ListId, MemberId)> filled{
    "scene.acts.filled", "insert into section_list_member (list_id, member_id, by_hand) values ($1, $2, false)"};
const pg::Statement<void(ListId, MemberId)> emptied{
    "scene.acts.emptied", "delete from section_list_member where list_id = $1 and member_id = $2"};
const pg::Statement<std::string(SpaceId, Ids)> places{"scene.acts.places",
                                                      "select places::text from section_places($1, $2)"};

class OfficeActs : public testing::Test {
 protected:
  MemberId person(const std::string& name, const std::string& role = "member") {
    const auto id = member(name, "Carrel");
    join(id, home, role);
    return id;
  }
  SpaceId home = section(federation());
  MemberId secretary = person("Inès", "secretary"), albin = person("Albin"), rose = person("Rose", "bureau");
  Ids both{albin.number(), rose.number()};
};

TEST_F(OfficeActs, S08_ARankGivenIsTakenBackButNotFromWhomItWasGivenAgain) {
  const auto before = owner().one(ranks, home);
  const auto act = as(secretary, rank, home, both, "treasurer").front();
  EXPECT_EQ(act.changed, 2);
  EXPECT_EQ(as(secretary, undo, home, *act.id), (std::vector<std::optional<std::int64_t>>{2}));
  EXPECT_EQ(owner().one(ranks, home), before);
  EXPECT_EQ(as(secretary, undo, home, *act.id).front(), std::nullopt) << "once";
  const auto again = as(secretary, rank, home, both, "sympathisant").front();
  as(secretary, rank, home, Ids{albin.number()}, "bureau");
  EXPECT_EQ(as(secretary, undo, home, *again.id), (std::vector<std::optional<std::int64_t>>{1}));
  EXPECT_EQ(owner().one(ranks, home), "Albin bureau adherent, Rose bureau adherent");
}

TEST_F(OfficeActs, S08_ListsAndZonesAreAsBefore) {
  const auto north = owner().one(make_list, home, "zone", "Nord"), south = owner().one(make_list, home, "zone", "Sud"),
             list = owner().one(make_list, home, "list", "Tracts");
  as(secretary, put, home, north, Ids{albin.number()});
  as(secretary, put, home, list, Ids{rose.number()});
  const auto before = owner().one(lists, home);
  const auto moved = as(secretary, put, home, south, both).front();
  EXPECT_EQ(moved.changed, 2);
  EXPECT_EQ(owner().one(lists, home), "Sud Albin, Sud Rose, Tracts Rose") << "one zone each";
  as(secretary, undo, home, *moved.id);
  EXPECT_EQ(owner().one(lists, home), before);
  owner().run(filled, north, rose);  // as a zone does by itself
  const auto by_itself = owner().one(places, home, Ids{rose.number()});
  as(secretary, undo, home, *as(secretary, put, home, south, Ids{rose.number()}).front().id);
  EXPECT_EQ(owner().one(places, home, Ids{rose.number()}), by_itself) << "not by hand";
  as(secretary, undo, home, *as(secretary, take, home, north, Ids{rose.number()}).front().id);
  EXPECT_EQ(owner().one(places, home, Ids{rose.number()}), by_itself);
  owner().run(emptied, north, rose);
  const auto taken = as(secretary, take, home, list, both).front();
  EXPECT_EQ(taken.changed, 1);
  as(secretary, undo, home, *taken.id);
  EXPECT_EQ(owner().one(lists, home), before);
}

TEST_F(OfficeActs, S08_NobodyElseUndoesAndNobodyAfterADay) {
  const auto act = as(secretary, rank, home, both, "treasurer").front();
  EXPECT_EQ(as(rose, undo, home, *act.id).front(), std::nullopt);
  EXPECT_EQ(as(rose, rank, home, both, "bureau").front().changed, 0);
  const auto elsewhere = section(federation());
  EXPECT_EQ(as(secretary, undo, elsewhere, *act.id).front(), std::nullopt);
  owner().run(age, *act.id);
  EXPECT_EQ(as(secretary, undo, home, *act.id).front(), std::nullopt);
}

}  // namespace
