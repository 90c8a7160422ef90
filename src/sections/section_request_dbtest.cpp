// Requests to join a section, against the database (db/policies/43_section_requests.sql).

#include <gtest/gtest.h>

#include <barrier>
#include <thread>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;
using Ids = std::vector<std::int64_t>;

const pg::Statement<Text(SpaceId, std::int64_t)> ask{"test.join.ask", "select section_ask($1, 'Bonjour', $2)"};
const pg::Statement<bool(SpaceId)> withdraw{"test.join.withdraw", "select section_withdraw($1)"};
const pg::Statement<std::int64_t(SpaceId, Ids, Text)> settle{"test.join.settle",
                                                             "select section_settle($1, $2, $3, 'Merci')"};
const pg::Statement<Text(SpaceId)> standing{"test.join.standing", "select state from section_standing($1)"};
const pg::Statement<std::int64_t(MemberId)> seen{"test.join.seen",
                                                 "select id from section_request where member_id = $1"};
const pg::Statement<MemberId(MemberId)> see_member{"test.join.see_member", "select id from member where id = $1"};
const pg::Statement<Text(MemberId)> see_answerer{"scene.join.answerer",
                                                 "select answered_by::text from section_request where member_id = $1"};

const pg::Statement<std::int64_t(MemberId)> open_request{
    "scene.join.open", "select id from section_request where member_id = $1 and answered_at is null"};
const pg::Statement<Text(MemberId)> sections_of{
    "scene.join.sections",
    "select coalesce(string_agg(space_id || ' ' || kind, ', '), '') from membership where member_id = $1"};
const pg::Statement<std::int64_t(MemberId, Text)> mails_to{
    "scene.join.mails", "select count(*) from mail where member_id = $1 and kind = $2"};
const pg::Statement<std::int64_t(MemberId)> mails_tomorrow{
    "scene.join.tomorrow",
    "select count(*) from mail where member_id = $1 and kind = 'sections.requests' and run_at > now()"};
const pg::Statement<void()> send_mails{
    "scene.join.send", "update mail set state = 'sent' where kind = 'sections.requests' and state = 'queued'"};
const pg::Statement<void(MemberId)> month_passes{
    "scene.join.month",
    "update section_request set answered_at = answered_at - interval '31 days' where member_id = $1"};
const pg::Statement<void(SpaceId)> close{"scene.join.close", "update space set activated_at = null where id = $1"};
const pg::Statement<void(MemberId, SpaceId)> promote{
    "scene.join.promote", "update membership set role = 'bureau' where member_id = $1 and space_id = $2"};

struct Join : testing::Test {
  const SpaceId federation = testing_db::federation(), home = section(federation), elsewhere = section(federation);
  const MemberId secretary = with_role(home, "secretary"), second = with_role(home, "secretary"),
                 other_secretary = with_role(elsewhere, "secretary"), insider = with_role(home, "member"),
                 referent = with_role(federation, "referent");
  const MemberId anna = member("Anna", "Essai", "secretary");

  static MemberId with_role(SpaceId place, const char* role) {
    const auto who = member();
    join(who, place, role);
    return who;
  }
  static std::int64_t asks(MemberId who, SpaceId where, SpaceId leaves = SpaceId(0)) {
    EXPECT_EQ(as(who, ask, where, leaves.number()).front(), "asked");
    return owner().one(open_request, who);
  }
  static Text belongs(SpaceId place, const char* kind) { return std::to_string(place.number()) + " " + kind; }
};

TEST_F(Join, S04_AskingShowsOneToTheSectionsSecretariesAlone) {
  EXPECT_TRUE(as(secretary, see_member, anna).empty());
  const auto request = asks(anna, home);
  for (const auto who : {insider, other_secretary, referent}) {
    EXPECT_TRUE(as(who, seen, anna).empty());
    EXPECT_TRUE(as(who, see_member, anna).empty());
    EXPECT_EQ(as(who, settle, home, Ids{request}, "adherent").front(), 0);
  }
  EXPECT_EQ(as(other_secretary, settle, elsewhere, Ids{request}, "adherent").front(), 0) << "of another section";
  EXPECT_EQ(as(anna, settle, home, Ids{request}, "adherent").front(), 0) << "nobody accepts themself";
  EXPECT_EQ(as(secretary, seen, anna).size(), 1u);
  EXPECT_FALSE(as(second, see_member, anna).empty());
  EXPECT_TRUE(as(anna, withdraw, home).front());
  EXPECT_TRUE(as(secretary, see_member, anna).empty()) << "hidden again";
  EXPECT_EQ(as(secretary, settle, home, Ids{request}, "adherent").front(), 0) << "withdrawn meanwhile";
  EXPECT_EQ(owner().one(sections_of, anna), "");
}

TEST_F(Join, S04_TwoSecretariesAtOnceAnswerOnce) {
  pg::Connection one(app_url(), "test one"), two(app_url(), "test two");
  for (int round = 0; round < 10; ++round) {
    const auto who = member();
    const auto request = asks(who, home);
    std::barrier start(2);
    std::int64_t settled[2] = {};
    const auto answers = [&](pg::Connection& connection, MemberId by, const char* answer, std::int64_t& count) {
      pg::Batch batch;
      become(batch, by);
      const auto reply = batch.one(settle, home, Ids{request}, answer);
      start.arrive_and_wait();
      connection.send(batch);
      count = *reply;
    };
    std::thread first(answers, std::ref(one), secretary, "adherent", std::ref(settled[0]));
    answers(two, second, "refused", settled[1]);
    first.join();
    ASSERT_EQ(settled[0] + settled[1], 1);
    ASSERT_EQ(owner().one(sections_of, who), settled[0] ? belongs(home, "adherent") : "");
    ASSERT_EQ(owner().one(mails_to, who, "sections.answered"), 1);
  }
}

TEST_F(Join, S04_MovingLeavesTheOldSectionOnlyAsToldAndOnlyOnceAccepted) {
  join(anna, elsewhere);
  EXPECT_EQ(as(anna, ask, home, 0).front(), "changed") << "was not told that they leave";
  const auto request = asks(anna, home, elsewhere);
  EXPECT_EQ(owner().one(sections_of, anna), belongs(elsewhere, "adherent"));
  owner().run(promote, anna, elsewhere);
  EXPECT_EQ(as(secretary, settle, home, Ids{request}, "sympathisant").front(), 0) << "their section needs them now";
  EXPECT_EQ(as(anna, standing, section(federation)).front(), "closed") << "without a secretary";

  const auto malik = member("Malik");
  join(malik, elsewhere);
  const auto moves = asks(malik, home, elsewhere);
  EXPECT_EQ(as(secretary, settle, home, Ids{request, moves}, "sympathisant").front(), 1);
  EXPECT_EQ(owner().one(sections_of, malik), belongs(home, "sympathisant"));
  EXPECT_EQ(as(other_secretary, standing, home).front(), "officer");
}

TEST_F(Join, S04_ThreeWaitAtMostAndComingInEndsTheOthers) {
  for (int i = 0; i < 2; ++i) {
    const auto place = section(federation);
    with_role(place, "secretary");
    asks(anna, place);
  }
  const auto request = asks(anna, home);
  EXPECT_EQ(as(anna, ask, home, 0).front(), "asked") << "asking twice is asking once";
  EXPECT_EQ(as(anna, ask, elsewhere, 0).front(), "full");
  EXPECT_EQ(as(secretary, settle, home, Ids{request}, "adherent").front(), 1);
  EXPECT_TRUE(owner().all(open_request, anna).empty());
  EXPECT_EQ(as(anna, ask, home, 0).front(), "insider");
}

TEST_F(Join, S04_ARefusalHoldsForThirtyDaysAndSaysNotWhoRefused) {
  const auto request = asks(anna, home);
  EXPECT_EQ(as(secretary, settle, home, Ids{request}, "refused").front(), 1);
  EXPECT_EQ(as(anna, standing, home).front(), "refused");
  EXPECT_EQ(as(anna, ask, home, 0).front(), "refused");
  EXPECT_EQ(refusal_of([&] { as(anna, see_answerer, anna); }), "42501");
  EXPECT_TRUE(as(secretary, see_member, anna).empty()) << "hidden again";
  owner().run(month_passes, anna);
  EXPECT_EQ(as(anna, standing, home).front(), "free");
}

TEST_F(Join, S04_SecretariesAreWrittenToOnceADay) {
  asks(anna, home);
  asks(member(), home);
  for (const auto who : {secretary, second}) EXPECT_EQ(owner().one(mails_to, who, "sections.requests"), 1);
  owner().run(send_mails);
  for (int i = 0; i < 2; ++i) asks(member(), home);
  EXPECT_EQ(owner().one(mails_to, secretary, "sections.requests"), 2);
  EXPECT_EQ(owner().one(mails_tomorrow, secretary), 1) << "what comes later is told the next morning";
}

TEST_F(Join, S04_AClosedSectionHasNoDoor) {
  const auto closed = section(federation);
  owner().run(close, closed);
  with_role(closed, "secretary");
  EXPECT_EQ(as(anna, ask, closed, 0).front(), "closed");
  EXPECT_EQ(as(anna, ask, federation, 0).front(), "closed");
}

}  // namespace
