// X03: what a delegate may do, and when it ends.

#include <gtest/gtest.h>

#include <map>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Powers = std::vector<std::string>;

const Powers all{"members", "invitations", "messages", "events", "figures"};

const pg::Statement<bool(SpaceId, MemberId, Powers)> give{"test.delegate", "select section_delegate($1, $2, $3)"};
const pg::Statement<Powers(SpaceId)> powers_of{"test.viewer_powers", "select viewer_powers($1)"};
const pg::Statement<std::optional<std::string>(std::string, std::int64_t)> refused{
    "test.refusal", "select refusal(viewer_id(), $1, $2)"};
const pg::Statement<std::int64_t(SpaceId)> see_register{"test.delegate_register",
                                                        "select count(*) from register_entry where section_id = $1"};
const pg::Statement<std::int64_t(MemberId)> see_member{"test.delegate_member",
                                                       "select count(*) from member where id = $1"};
const pg::Statement<std::int64_t(SpaceId)> write_letter{"test.delegate_letter", R"(
  with saved as (insert into welcome_letter (section_id, body, active) values ($1, 'Bienvenue', true)
                 on conflict (section_id) do update set body = excluded.body returning 1) select count(*) from saved)"};
const pg::Statement<void(EventId)> change_event{"test.delegate_event", "update event set goal = 7 where id = $1"};
const pg::Statement<std::int64_t(SpaceId, std::vector<MemberId>, std::string)> set_rank{
    "test.delegate_rank", "select section_set_rank($1, $2, $3)"};
const pg::Statement<std::int64_t(SpaceId, std::vector<MemberId>)> take_out{"test.delegate_remove",
                                                                           "select section_remove($1, $2)"};
const pg::Statement<std::int64_t(SpaceId, std::vector<MemberId>)> act_of_rank{
    "test.delegate_act", "select act from section_act_rank($1, $2, 'treasurer')"};
const pg::Statement<std::optional<std::int64_t>(SpaceId, std::int64_t)> undo{"test.delegate_undo",
                                                                             "select section_undo_act($1, $2)"};
const pg::Statement<void(SpaceId, MemberId)> write_delegation{
    "test.write_delegation",
    "insert into delegation (section_id, member_id, power, given_by) values ($1, $2, 'members', viewer_id())"};
const pg::Statement<std::int64_t(SpaceId, MemberId)> coordinates{"test.delegate_coordinates",
                                                                 "select count(*) from member_coordinates($1, $2)"};
const pg::Statement<std::optional<std::int64_t>(std::string, std::int64_t)> note{
    "test.office_act", "select office_act_note($1, $2, 'a fait quelque chose')"};
struct Line {
  std::optional<std::string> who, for_whom;
  std::string act;
  std::optional<std::string> about;
};
const pg::Statement<Line(SpaceId)> log_of{
    "test.office_log",
    "select who, for_whom, act, about from section_office_log($1, now() + interval '1 hour', 50) order by at, act"};
const pg::Statement<std::optional<std::string>()> in_whose_place{"test.my_reaches",
                                                                 "select for_whom from my_reaches(0, 1)"};

const pg::Statement<void(SpaceId, MemberId, std::string)> set_role{
    "scene.test.set_role", "update membership set role = $3 where space_id = $1 and member_id = $2"};
const pg::Statement<void(SpaceId, MemberId)> leave{"scene.test.leave",
                                                   "delete from membership where space_id = $1 and member_id = $2"};
const pg::Statement<void(MemberId)> ask_to_leave{
    "scene.test.ask_to_leave", "update member set leaves_at = now() + interval '30 days' where id = $1"};
const pg::Statement<void(SpaceId)> put_register{
    "scene.test.delegate_register",
    "insert into register_entry (section_id, first_name, last_name) values ($1, 'Rose', 'Amiel')"};
const pg::Statement<std::int64_t(MemberId)> mails_to{
    "scene.test.delegation_mails", "select count(*) from mail where kind = 'sections.delegation' and member_id = $1"};

struct Section {
  SpaceId id = section(federation());
  MemberId secretary = with("secretary", "Rose", "Amiel"), hugo = with("bureau", "Hugo", "Martin");
  MemberId hidden = member("Jeanne", "Brun", "secretary");
  EventId event = testing_db::event(secretary, {.spaces = {id}});

  Section() {
    join(hidden, id);
    owner().run(put_register, id);
  }
  MemberId with(const std::string& role, const std::string& first = "Inès", const std::string& last = "Carrel") const {
    const auto who = member(first, last);
    join(who, id, role);
    return who;
  }
  [[nodiscard]] bool hands(const Powers& powers) const { return as(secretary, give, id, hugo, powers).front(); }
  [[nodiscard]] Powers held() const { return as(hugo, powers_of, id).front(); }
  [[nodiscard]] std::optional<std::string> refuses(MemberId who, const std::string& need) const {
    return as(who, refused, need, need == "organiser" ? event.number() : id.number()).front();
  }
};

TEST(Delegation, X03_each_power_opens_what_it_names_and_nothing_else) {
  const Section s;
  for (const auto& power : all) {
    ASSERT_TRUE(s.hands({power}));
    for (const auto& other : all)
      EXPECT_EQ(s.refuses(s.hugo, "office " + other).value_or(""), other == power ? "" : "CP403") << power << other;
    EXPECT_EQ(s.refuses(s.hugo, "office any"), std::nullopt);
    EXPECT_EQ(s.refuses(s.hugo, "secretary"), "CP403") << power;
    EXPECT_EQ(s.refuses(s.hugo, "organiser").value_or(""), power == "events" ? "" : "CP403");
    EXPECT_EQ(as(s.hugo, see_register, s.id).front(), power == "invitations");
    EXPECT_EQ(as(s.hugo, see_member, s.hidden).front(), power == "members");
    EXPECT_EQ(as(s.hugo, coordinates, s.id, s.hidden).front(), power == "members");
    EXPECT_EQ(refusal_of([&] { as(s.hugo, write_letter, s.id); }), power == "messages" ? "" : "42501");
    EXPECT_EQ(run_as(s.hugo, change_event, s.event), power == "events");
  }
  const Section other;
  EXPECT_EQ(other.refuses(s.hugo, "office any"), "CP403") << "of another section";
}

TEST(Delegation, X03_a_delegate_hands_nothing_on_and_names_nobody) {
  const Section s;
  ASSERT_TRUE(s.hands(all));
  const auto fellow = s.with("bureau"), plain = s.with("member");
  for (const auto whom : {s.hugo, fellow}) EXPECT_EQ(refusal_of([&] { as(s.hugo, give, s.id, whom, all); }), "CP403");
  EXPECT_EQ(refusal_of([&] { run_as(s.hugo, write_delegation, s.id, fellow); }), "42501");
  EXPECT_EQ(refusal_of([&] { run_as(s.secretary, write_delegation, s.id, plain); }), "42501") << "only by the function";
  EXPECT_EQ(as(s.hugo, set_rank, s.id, {plain}, "bureau").front(), 0);
  const auto ranked = as(s.secretary, act_of_rank, s.id, {fellow}).front();
  EXPECT_EQ(as(s.hugo, undo, s.id, ranked).front(), std::nullopt) << "undoing a role is naming";
  EXPECT_EQ(as(s.hugo, take_out, s.id, {fellow, s.secretary, s.hugo}).front(), 0) << "the bureau is the secretary's";
  EXPECT_EQ(as(s.hugo, take_out, s.id, {plain}).front(), 1);
  EXPECT_FALSE(as(s.secretary, give, s.id, s.hidden, {"members"}).front()) << "who is not of the bureau";
}

TEST(Delegation, X03_powers_end_at_once) {
  const Section s;
  const auto ended = [&](const char* why) {
    EXPECT_TRUE(s.held().empty()) << why;
    EXPECT_EQ(s.refuses(s.hugo, "office members"), "CP403") << why;
    EXPECT_EQ(s.refuses(s.hugo, "organiser"), "CP403") << why << ": nor is a live page told anything more";
    EXPECT_EQ(as(s.hugo, see_register, s.id).front(), 0) << why;
  };
  ASSERT_TRUE(s.hands(all));
  ASSERT_TRUE(s.hands({}));
  ended("withdrawn");
  ASSERT_TRUE(s.hands(all));
  owner().run(set_role, s.id, s.hugo, "member");
  ended("out of the bureau");
  owner().run(set_role, s.id, s.hugo, "bureau");
  ended("back in the bureau, nothing comes back");
  ASSERT_TRUE(s.hands(all));
  owner().run(leave, s.id, s.hugo);
  join(s.hugo, s.id, "bureau");
  ended("left, and came back");
  ASSERT_TRUE(s.hands(all));
  owner().run(ask_to_leave, s.hugo);
  ended("leaves La Coopol");
}

TEST(Delegation, X03_what_a_former_secretary_gave_waits_for_the_next_to_confirm_it) {
  const Section s;
  ASSERT_TRUE(s.hands({"members", "events"}));
  const auto next = s.with("secretary", "Malik", "Oudin");
  EXPECT_EQ(s.held(), (Powers{"events", "members"})) << "one more secretary changes nothing";
  owner().run(set_role, s.id, s.secretary, "member");
  EXPECT_TRUE(s.held().empty());
  EXPECT_EQ(refusal_of([&] { as(s.secretary, give, s.id, s.hugo, all); }), "CP403") << "a former secretary";
  owner().run(set_role, s.id, s.secretary, "secretary");
  EXPECT_TRUE(s.held().empty()) << "nor does it come back with her";
  ASSERT_TRUE(as(next, give, s.id, s.hugo, {"members"}).front());
  EXPECT_EQ(s.held(), Powers{"members"});
  owner().run(ask_to_leave, next);
  EXPECT_TRUE(s.held().empty()) << "whoever gave it leaves";
}

TEST(Delegation, X03_P04_acts_say_who_and_in_whose_place) {
  const Section s;
  ASSERT_TRUE(s.hands({"members", "events"}));
  EXPECT_EQ(as(s.hugo, coordinates, s.id, s.hidden).front(), 1);
  EXPECT_EQ(as(s.hidden, in_whose_place).front(), "Rose Amiel");
  EXPECT_TRUE(as(s.hugo, note, "office members", s.id.number()).front());
  EXPECT_TRUE(as(s.hugo, note, "organiser", s.event.number()).front());
  EXPECT_FALSE(as(s.hugo, note, "office invitations", s.id.number()).front()) << "never held";
  EXPECT_FALSE(as(s.secretary, note, "office members", s.id.number()).front()) << "her own";
  const auto own = event(s.hugo, {.spaces = {s.id}});
  EXPECT_FALSE(as(s.hugo, note, "organiser", own.number()).front()) << "an event that he made";
  const auto log = as(s.secretary, log_of, s.id);
  ASSERT_EQ(log.size(), 3u);
  for (const auto& line : log) {
    EXPECT_EQ(line.who, "Hugo Martin");
    EXPECT_EQ(line.for_whom, "Rose Amiel");
  }
  EXPECT_EQ(log[0].about, "Jeanne Brun");
  EXPECT_EQ(log[2].about, "Porte-à-porte aux Tilleuls");
  EXPECT_TRUE(as(s.hugo, log_of, s.id).empty());
  EXPECT_EQ(as(s.secretary, coordinates, s.id, s.hidden).front(), 1);
  EXPECT_EQ(as(s.hidden, in_whose_place).front(), std::nullopt) << "the secretary acts for herself";
}

TEST(Delegation, X03_the_delegate_is_told_of_each_change_once) {
  const Section s;
  ASSERT_TRUE(s.hands({"members", "events"}));
  EXPECT_EQ(owner().one(mails_to, s.hugo), 1);
  ASSERT_TRUE(s.hands({"members", "events"}));
  EXPECT_EQ(owner().one(mails_to, s.hugo), 1) << "nothing changed";
  ASSERT_TRUE(s.hands({"events"}));
  owner().run(set_role, s.id, s.secretary, "member");
  EXPECT_EQ(owner().one(mails_to, s.hugo), 3);
}

}  // namespace
