// What the functions of db/policies/65_access.sql promise, asked for as the server does.

#include <gtest/gtest.h>

#include <algorithm>
#include <future>

#include "core/crypto.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;
using Bytes = pg::Bytes;

const pg::Statement<std::int64_t(SpaceId, Text, Text, std::optional<std::int64_t>)> make_invitation{
    "scene.access.invitation", R"(
  insert into invitation (space_id, email, role, first_name, last_name, register_entry_id) values ($1, $2, $3, 'Inès', 'Carrel', $4) returning id)"};
const pg::Statement<std::int64_t(SpaceId, Text)> make_entry{
    "scene.access.entry",
    "insert into register_entry (section_id, first_name, last_name, email) values ($1, 'Inès', 'Carrel', $2) returning "
    "id"};
const pg::Statement<void(std::int64_t)> send_again{"scene.access.send_again",
                                                   "update invitation set sends = sends + 1 where id = $1"};
const pg::Statement<std::int64_t(Text)> members_of_address{"scene.access.members_of_address",
                                                           "select count(*) from account where email = $1"};
const pg::Statement<std::int64_t()> count_members{"scene.access.count_members", "select count(*) from member"};
struct Joined {
  Text role;
  std::optional<Text> kind;
  bool charter, entry, session;
};
const pg::Statement<Joined(Text, SpaceId)> joined{"scene.access.joined", R"(
  select m.role, m.kind, exists (select from charter_acceptance c where c.member_id = a.member_id),
         exists (select from register_entry e where e.member_id = a.member_id), exists (select from session s where s.member_id = a.member_id)
    from account a join membership m on m.member_id = a.member_id and m.space_id = $2 where a.email = $1)"};
const pg::Statement<std::int64_t(Text)> mails_to{"scene.access.mails_to",
                                                 "select count(*) from mail where address = $1"};
const pg::Statement<std::int64_t(MemberId, Text)> mails_of{
    "scene.access.mails_of", "select count(*) from mail where member_id = $1 and kind = $2"};
const pg::Statement<std::int64_t(MemberId)> sessions_of{"scene.access.sessions_of",
                                                        "select count(*) from session where member_id = $1"};
const pg::Statement<void(SpaceId, Text)> set_phase{
    "scene.access.set_phase",
    "insert into phase (space_id, phase) values ($1, $2) on conflict (space_id) do update set phase = excluded.phase"};
const pg::Statement<std::int64_t(Text)> kept{"scene.access.kept", "select id from preregistration where email = $1"};
const pg::Statement<std::int64_t()> latest_charter{"scene.access.charter", "select max(id) from charter"};
const pg::Statement<Text(MemberId)> address_of{"scene.access.address_of",
                                               "select email from account where member_id = $1"};

const pg::Statement<Text(std::int64_t, std::int32_t, std::int64_t, Bytes)> accept{
    "access_test.accept",
    "select accept_invitation($1, $2, 'Inès', 'Carrel', 'hash', $3, $4, null, 'Firefox sur Android')"};
const pg::Statement<Text(std::int64_t, std::int32_t)> join_by{"access_test.join", "select join_by_invitation($1, $2)"};
struct Shown {
  std::int32_t sends;
  bool accepted;
  Text last_name, email;
};
const pg::Statement<Shown(std::int64_t, std::int32_t)> shown{
    "access_test.shown", "select sends, accepted, last_name, email from invitation_by_link($1, $2)"};
const pg::Statement<std::int64_t(Text)> known{"access_test.known", "select member_id from account_for_sign_in($1)"};
const pg::Statement<bool(MemberId, std::int32_t, Bytes, std::optional<Bytes>)> open{
    "access_test.open", "select open_session($1, $2, $3, $4, 'Firefox')"};
const pg::Statement<bool(MemberId, std::int32_t)> set_password{"access_test.set_password",
                                                               "select set_password($1, $2, 'autre')"};
const pg::Statement<Text(MemberId, std::int32_t)> password_link{"access_test.password_link",
                                                                "select email from password_link($1, $2)"};
const pg::Statement<void(Text)> preregister{"access_test.preregister",
                                            "select preregister('Zoé', 'Roy', $1, '25000', 'clé ' || $1)"};
const pg::Statement<Text(std::int64_t, std::int64_t, Bytes)> enrol{
    "access_test.enrol", "select register($1, 'Zoé', 'Roy', 'hash', $2, $3, null, 'Firefox')"};
const pg::Statement<std::int64_t()> all_sessions{"access_test.sessions", "select count(*) from session"};

Bytes fresh() {
  return {crypto::random_bytes(32)};
}
Text address() {
  return "invitee-" + crypto::hex(crypto::random_bytes(6)) + "@example.org";
}
std::int64_t charter() {
  return owner().one(latest_charter);
}

TEST(Access, A06_NobodyReadsAccountsOrWhatVisitorsLeft) {
  const auto somebody = member();
  for (const auto* table : {"account", "preregistration", "contact_message"}) {
    pg::Batch batch;
    become(batch, somebody);
    app().send(batch);
    try {
      app().script(Text("select * from coopol.") + table);
      ADD_FAILURE() << table << " can be read";
    } catch (const pg::Error& error) {
      EXPECT_EQ(error.state, "42501") << table;
    }
  }
}

TEST(Access, A06_WhatOnlyServesInsideIsClosedToTheServer) {
  for (const auto* call :
       {"make_account('a@example.org', 'A', 'B', 'h', 1)", "honour_invitation(1, 1)", "invitation_fault(1, 1)",
        "reset_for_mail('a@example.org')", "message_for_mail(1)", "purge_access()"}) {
    try {
      app().script(Text("select coopol.") + call);
      ADD_FAILURE() << call << " can be called";
    } catch (const pg::Error& error) {
      EXPECT_EQ(error.state, "42501") << call;
    }
  }
}

TEST(Access, A06_SigningInLooksUpKnownAndUnknownAlike) {
  const auto somebody = member();
  EXPECT_EQ(app().maybe(known, owner().one(address_of, somebody)), somebody.number());
  EXPECT_EQ(app().maybe(known, address()), std::nullopt);
}

TEST(Access, A01_ASessionReplacesTheBrowsersFormerOne) {
  const auto somebody = member();
  const auto first = fresh(), second = fresh();
  EXPECT_TRUE(app().one(open, somebody, 0, first, std::nullopt));
  EXPECT_TRUE(app().one(open, somebody, 0, second, first));
  EXPECT_EQ(owner().one(sessions_of, somebody), 1);
}

TEST(Access, A06_NoSessionForAPasswordThatChangedMeanwhile) {
  const auto somebody = member();
  EXPECT_TRUE(app().one(set_password, somebody, 0));
  EXPECT_FALSE(app().one(open, somebody, 0, fresh(), std::nullopt));
  EXPECT_EQ(owner().one(sessions_of, somebody), 0);
}

TEST(Access, A06_ALinkSetsAPasswordOnceClosesSessionsAndTellsThePerson) {
  const auto somebody = member();
  session(somebody);
  session(somebody);
  EXPECT_TRUE(app().maybe(password_link, somebody, 0));
  EXPECT_TRUE(app().one(set_password, somebody, 0));
  EXPECT_FALSE(app().one(set_password, somebody, 0));
  EXPECT_FALSE(app().maybe(password_link, somebody, 0));
  EXPECT_EQ(owner().one(sessions_of, somebody), 0);
  EXPECT_EQ(owner().one(mails_of, somebody, "access.password_changed"), 1);
}

TEST(Access, A07_OneSeesOnesOwnSessionsAlone) {
  const auto mine = member(), other = member();
  session(mine);
  session(other);
  session(other);
  EXPECT_EQ(as(mine, all_sessions).front(), 1);
}

TEST(Access, A04_AcceptingMakesMemberPlaceCharterRegisterAndSession) {
  const auto place = section(federation());
  const auto email = address();
  const auto invitation = owner().one(make_invitation, place, email, "member", owner().one(make_entry, place, email));
  EXPECT_EQ(app().one(accept, invitation, 1, charter(), fresh()), "welcome");
  const auto made = owner().one(joined, email, place);
  EXPECT_EQ(made.role, "member");
  EXPECT_EQ(made.kind, "adherent");
  EXPECT_TRUE(made.charter);
  EXPECT_TRUE(made.entry);
  EXPECT_TRUE(made.session);
}

TEST(Access, S03_ASecretaryBecomesOne) {
  const auto place = section(federation());
  const auto email = address();
  EXPECT_EQ(
      app().one(accept, owner().one(make_invitation, place, email, "secretary", std::nullopt), 1, charter(), fresh()),
      "welcome");
  EXPECT_EQ(owner().one(joined, email, place).role, "secretary");
}

TEST(Access, A03_ALinkServesOnceAndTheFormerOneNever) {
  const auto email = address();
  const auto invitation = owner().one(make_invitation, section(federation()), email, "member", std::nullopt);
  owner().run(send_again, invitation);
  EXPECT_EQ(app().one(accept, invitation, 1, charter(), fresh()), "replaced");
  EXPECT_EQ(app().one(accept, invitation, 2, charter(), fresh()), "welcome");
  EXPECT_EQ(app().one(accept, invitation, 2, charter(), fresh()), "accepted");
  EXPECT_EQ(app().one(accept, 0, 1, charter(), fresh()), "unknown");
  EXPECT_EQ(owner().one(members_of_address, email), 1);
}

TEST(Access, A03_ADeadLinkTellsNoNameAndNoAddress) {
  const auto invitation = owner().one(make_invitation, section(federation()), address(), "member", std::nullopt);
  EXPECT_EQ(app().one(shown, invitation, 1).last_name, "Carrel");
  owner().run(send_again, invitation);
  const auto former = app().one(shown, invitation, 1);
  EXPECT_EQ(former.sends, 2);
  EXPECT_EQ(former.last_name + former.email, "");
}

TEST(Access, A04_ACharterThatWasNotReadIsNotAccepted) {
  const auto email = address();
  const auto invitation = owner().one(make_invitation, section(federation()), email, "member", std::nullopt);
  EXPECT_EQ(app().one(accept, invitation, 1, charter() - 1, fresh()), "charter");
  EXPECT_EQ(owner().one(members_of_address, email), 0);
}

TEST(Access, A04_TwoTabsMakeOneMember) {
  const auto email = address();
  const auto invitation = owner().one(make_invitation, section(federation()), email, "member", std::nullopt);
  const auto number = charter();
  const auto before = owner().one(count_members);
  auto elsewhere = std::async(std::launch::async, [&] {
    pg::Connection connection(app_url(), "another tab");
    return connection.one(accept, invitation, 1, number, fresh());
  });
  std::vector<Text> said{app().one(accept, invitation, 1, number, fresh()), elsewhere.get()};
  std::sort(said.begin(), said.end());
  EXPECT_EQ(said, (std::vector<Text>{"accepted", "welcome"}));
  EXPECT_EQ(owner().one(count_members), before + 1);
}

TEST(Access, A04_TwoInvitationsOfOneAddressMakeOneMember) {
  const auto email = address();
  const auto here = owner().one(make_invitation, section(federation()), email, "member", std::nullopt);
  const auto there = owner().one(make_invitation, section(federation()), email, "member", std::nullopt);
  const auto number = charter();
  const auto before = owner().one(count_members);
  auto elsewhere = std::async(std::launch::async, [&] {
    pg::Connection connection(app_url(), "another tab");
    return connection.one(accept, there, 1, number, fresh());
  });
  std::vector<Text> said{app().one(accept, here, 1, number, fresh()), elsewhere.get()};
  std::sort(said.begin(), said.end());
  EXPECT_EQ(said, (std::vector<Text>{"known", "welcome"}));
  EXPECT_EQ(owner().one(count_members), before + 1);
}

TEST(Access, A03_AMemberJoinsWithTheirOwnInvitationAlone) {
  const auto invited = member(), other = member();
  const auto place = section(federation());
  const auto email = owner().one(address_of, invited);
  const auto invitation = owner().one(make_invitation, place, email, "secretary", std::nullopt);
  EXPECT_EQ(app().one(accept, invitation, 1, charter(), fresh()), "known");
  EXPECT_EQ(as(other, join_by, invitation, 1).front(), "known");
  EXPECT_EQ(app().one(join_by, invitation, 1), "known");
  EXPECT_EQ(as(invited, join_by, invitation, 1).front(), "welcome");
  EXPECT_EQ(owner().one(joined, email, place).role, "secretary");
}

TEST(Access, A03_AnInvitationNeverLowersARole) {
  const auto secretary = member();
  const auto place = section(federation());
  join(secretary, place, "secretary");
  const auto email = owner().one(address_of, secretary);
  EXPECT_EQ(as(secretary, join_by, owner().one(make_invitation, place, email, "member", std::nullopt), 1).front(),
            "welcome");
  EXPECT_EQ(owner().one(joined, email, place).role, "secretary");
}

TEST(Access, A06_RegisteringDoesTheSameForKnownAndUnknown) {
  const auto somebody = owner().one(address_of, member()), nobody = address();
  for (const auto& email : {somebody, nobody}) {
    app().run(preregister, email);
    app().run(preregister, email);
    EXPECT_EQ(owner().one(mails_to, email), 1);
    EXPECT_GT(owner().one(kept, email), 0);
  }
}

TEST(Access, A05_RegistrationMakesAnAccountOnlyOnceItIsOpen) {
  const auto email = address();
  app().run(preregister, email);
  const auto id = owner().one(kept, email);
  owner().run(set_phase, national(), "members");
  EXPECT_EQ(app().one(enrol, id, charter(), fresh()), "closed");
  owner().run(set_phase, national(), "open");
  EXPECT_EQ(app().one(enrol, id, charter(), fresh()), "welcome");
  EXPECT_EQ(app().one(enrol, id, charter(), fresh()), "unknown");
  EXPECT_EQ(owner().one(members_of_address, email), 1);
}

}  // namespace
