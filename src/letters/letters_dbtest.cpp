// S10, X05: whom a letter reaches, who may write one, and what is counted.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "letters/audience.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using letters::Audience;
using letters::LetterId;
using Text = std::string;
using List = std::optional<sections::ListId>;

const pg::Statement<void(MemberId)> refuse{"scene.letters.refuse",
                                           "insert into notification_choice values ($1, 'letter', 'none')"};
const pg::Statement<sections::ListId(SpaceId, MemberId, MemberId)> put_zone{"scene.letters.zone", R"(
  with zone as (insert into section_list (section_id, kind, name, manager_id) values ($1, 'zone', 'Centre', $2) returning id),
  filled as (insert into section_list_member (list_id, member_id) select id, $3 from zone)
  select id from zone)"};
const pg::Statement<std::int64_t(SpaceId, Text, Text)> put_contact{"scene.letters.contact", R"(
  insert into contact (section_id, last_name, email, origin) values ($1, $2, $3, 'Marché') returning id)"};
const pg::Statement<void(SpaceId, Text)> put_entry{"scene.letters.entry", R"(
  insert into register_entry (section_id, first_name, last_name, email) values ($1, 'Rose', 'Amiel', $2))"};
const pg::Statement<Text(MemberId)> address_of{"scene.letters.address",
                                               "select email from account where member_id = $1"};
const pg::Statement<std::optional<LetterId>(SpaceId, List, std::optional<LetterId>, Audience)> write{
    "test.letters.write", "select letter_save($1, $2, $3, 'Objet', 'Bonjour', $4, true)"};
const pg::Statement<std::optional<std::int32_t>(SpaceId, List, LetterId)> send{"test.letters.send",
                                                                               "select letter_send($1, $2, $3)"};
const pg::Statement<bool(SpaceId, List, LetterId)> call_back{"test.letters.call_back",
                                                             "select letter_call_back($1, $2, $3)"};
const pg::Statement<void(LetterId)> one_ends{"scene.letters.failed", R"(
  update mail set state = 'failed', last_error = '550 5.1.1 No such mailbox' where batch = 'letter.' || $1::bigint and address is not null)"};
const pg::Statement<std::int64_t()> all_letters{"test.letters.see", "select count(*) from section_letter"};
const pg::Statement<std::int64_t()> all_contacts{"test.letters.contacts", "select count(*) from contact"};
const pg::Statement<std::int64_t()> all_bounces{"test.letters.bounces", "select count(*) from letter_bounce"};
const pg::Statement<std::int64_t()> all_audiences{"test.letters.audiences", "select count(*) from section_audience"};
const pg::Statement<void(SpaceId)> keep_audience{
    "scene.letters.audience", "insert into section_audience (section_id, name) values ($1, 'Bureau')"};
const pg::Statement<Text(std::int64_t)> bounce_of{"test.letters.bounce",
                                                  "select coalesce(bounce, '') from contact where id = $1"};
const pg::Statement<std::int64_t(LetterId, std::optional<MemberId>, bool)> composed{
    "jobs.test.letters.composed", "select count(*) from letter_for_mail($1, $2, null, null, $3)"};
const pg::Statement<void(MemberId)> no_more_secretary{"scene.letters.former",
                                                      "update membership set role = 'member' where member_id = $1"};
const pg::Statement<Text(Text)> fault{"test.letters.fault", "select mail_fault($1)"};

class Letters : public testing::Test {
 protected:
  Letters() {
    join(secretary, home, "secretary");
    join(adherent, home);
    join(sympathiser, home, "member", "sympathisant");
    join(manager, home);
  }
  letters::Size size(MemberId viewer, const Audience& audience, const List& list = {}) {
    const auto rows = as(viewer, letters::size_of, home, list, audience, std::nullopt);
    return rows.empty() ? letters::Size{-1, -1} : rows.front();
  }
  LetterId draft(const Audience& audience) {
    return as(secretary, write, home, std::nullopt, std::nullopt, audience).front().value();
  }
  Text address(MemberId who) { return owner().one(address_of, who); }

  SpaceId federation = testing_db::federation(), home = section(federation), elsewhere = section(federation);
  MemberId secretary = member(), adherent = member(), sympathiser = member(), manager = member();
};

TEST_F(Letters, X05_WhoeverIsMeantTwiceIsCountedOnce) {
  EXPECT_EQ(size(secretary, {"tous"}).many, 4);
  EXPECT_EQ(size(secretary, {"adherents"}).many, 3);
  EXPECT_EQ(size(secretary, {"bureau", "membre-" + std::to_string(secretary.number())}).many, 1);
  owner().one(put_contact, home, "Un", address(adherent));
  owner().run(put_entry, home, address(sympathiser));
  owner().run(put_entry, home, "rose@exemple.test");
  EXPECT_EQ(size(secretary, {"tous", "contacts", "sans-compte"}).many, 5) << "by address, whatever names it";
  EXPECT_EQ(size(secretary, {"contacts"}).many, 1);
  const auto zone = owner().one(put_zone, home, manager, adherent);
  EXPECT_EQ(size(secretary, {"zone-" + std::to_string(zone.number()), "sympathisants"}).many, 2);
  const auto other = member();
  join(other, elsewhere);
  EXPECT_EQ(size(secretary, {"membre-" + std::to_string(other.number())}).many, 0) << "nobody of another section";
}

TEST_F(Letters, A08_WhoWantsNoneIsNotWrittenTo_AndAContactOfThatAddressIsNoWayAround) {
  owner().run(refuse, adherent);
  owner().one(put_contact, home, "Un", address(adherent));
  const auto reached = size(secretary, {"tous", "contacts"});
  EXPECT_EQ(reached.many, 3);
  EXPECT_EQ(reached.refused, 1);
}

TEST_F(Letters, X05_ADraftIsSentOnce_AndCalledBackWhileNothingHasLeft) {
  const auto letter = draft({"tous"});
  EXPECT_EQ(as(secretary, send, home, std::nullopt, letter).front(), 4);
  EXPECT_EQ(as(secretary, send, home, std::nullopt, letter).front(), std::nullopt) << "a second click sends nothing";
  EXPECT_EQ(as(secretary, write, home, std::nullopt, std::optional(letter), Audience{}).front(), std::nullopt);
  EXPECT_TRUE(as(secretary, call_back, home, std::nullopt, letter).front());
  EXPECT_EQ(as(secretary, send, home, std::nullopt, letter).front(), 4);
}

TEST_F(Letters, X05_ASectionSendsTwelveADay) {
  for (int i = 0; i < 12; ++i) EXPECT_EQ(as(secretary, send, home, std::nullopt, draft({"bureau"})).front(), 1);
  EXPECT_EQ(as(secretary, send, home, std::nullopt, draft({"bureau"})).front(), -1);
}

TEST_F(Letters, S10_WhatDoesNotArriveIsKnownByItsReason) {
  const auto contact = owner().one(put_contact, home, "Un", "un@exemple.test");
  const auto letter = draft({"contacts", "adherents"});
  as(secretary, send, home, std::nullopt, letter);
  owner().run(one_ends, letter);
  EXPECT_EQ(as(secretary, bounce_of, contact).front(), "unknown");
  EXPECT_EQ(as(secretary, all_bounces).front(), 1);
  EXPECT_EQ(size(secretary, {"contacts"}).many, 0) << "not written to again";
  EXPECT_FALSE(as(secretary, call_back, home, std::nullopt, letter).front()) << "some have left";
  for (const auto& [words, code] : std::vector<std::pair<Text, Text>>{{"550 5.1.1 User unknown", "unknown"},
                                                                      {"552 5.2.2 Mailbox full", "full"},
                                                                      {"550 5.1.2 Host not found", "domain"},
                                                                      {"554 5.7.1 Spam", "blocked"},
                                                                      {"554 Sorry", "other"}})
    EXPECT_EQ(owner().one(fault, words), code) << words;
}

TEST_F(Letters, S09_AZonesManagerWritesToTheZoneAlone_AndLearnsANumber) {
  const auto zone = owner().one(put_zone, home, manager, adherent);
  EXPECT_EQ(size(manager, {"tous"}, zone).many, 0) << "whatever is asked, it is the zone, and fewer than five";
  EXPECT_EQ(size(manager, {"tous"}).many, -1);
  EXPECT_EQ(size(adherent, {"tous"}, zone).many, -1);
  EXPECT_EQ(as(manager, write, home, std::nullopt, std::nullopt, Audience{"tous"}).front(), std::nullopt);
  const auto letter = as(manager, write, home, List(zone), std::nullopt, Audience{"tous"}).front().value();
  EXPECT_EQ(as(secretary, send, home, List(zone), letter).front(), std::nullopt) << "a draft is its writer's";
  EXPECT_EQ(as(manager, send, home, List(zone), letter).front(), 1);
  owner().run(one_ends, letter);
  EXPECT_EQ(as(manager, all_bounces).front(), 0);
  EXPECT_EQ(as(manager, all_letters).front(), 1);
}

TEST_F(Letters, S10_NobodyElseSeesAContact_ALetterOrAnAudience) {
  owner().one(put_contact, home, "Un", "un@exemple.test");
  owner().run(keep_audience, home);
  draft({"tous"});
  const auto other = member(), referent = member(), coopilote = member();
  join(other, elsewhere, "secretary");
  join(referent, federation, "referent");
  join(coopilote, national(), "coopilote");
  for (const auto* what : {&all_contacts, &all_letters, &all_audiences}) {
    EXPECT_EQ(as(secretary, *what).front(), 1) << what->name();
    for (const auto viewer : {other, referent, coopilote, adherent, manager})
      EXPECT_EQ(as(viewer, *what).front(), 0) << what->name();
  }
}

TEST_F(Letters, X05_AFormerSecretarysLettersStayWhereTheyAre) {
  const auto letter = draft({"tous"});
  as(secretary, send, home, std::nullopt, letter);
  EXPECT_EQ(jobs().one(composed, letter, std::optional(adherent), false), 1);
  EXPECT_EQ(jobs().one(composed, letter, std::optional(adherent), true), 0) << "a try is its writer's";
  owner().run(no_more_secretary, secretary);
  EXPECT_EQ(jobs().one(composed, letter, std::optional(adherent), false), 0) << "what has not left does not leave";
  EXPECT_EQ(as(secretary, all_letters).front(), 0);
  EXPECT_EQ(size(secretary, {"tous"}).many, -1);
}

}  // namespace
