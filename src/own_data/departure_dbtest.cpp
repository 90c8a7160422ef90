// That nothing is left of whoever has gone, and that what others hold keeps its sense.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "own_data/scene_for_tests.hpp"

namespace {

using namespace testing_db;
using testing::HasSubstr;

using Text = std::string;
const pg::Statement<std::optional<pg::Time>()> leave{"test.own_data.leave",
                                                     "select begin_departure(30, null, null, null, null)"};
const pg::Statement<void(MemberId)> no_second_factor{
    "scene.own_data.no_factor",
    "with a as (delete from totp where member_id = $1) delete from passkey where member_id = $1"};
const pg::Statement<void(MemberId)> grace_over{
    "scene.own_data.over", "update member set leaves_at = now() - interval '1 second' where id = $1"};
const pg::Statement<bool(MemberId)> erase{"jobs.test.own_data.erase", "select erase_member($1)"};
const pg::Statement<void()> last_mail_left{"scene.own_data.sent",
                                           "update mail set state = 'sent' where kind = 'own_data.gone'"};
const pg::Statement<void()> keep{"test.own_data.keep", "select keep_my_account()"};
const pg::Statement<MemberId(MemberId)> see{"test.own_data.see", "select id from member where id = $1"};

// Tables that hold it: every row as one text, whatever its columns, octets in hexadecimal.
const pg::Statement<Text(Text)> places{"scene.own_data.places", R"(
  select c.oid::regclass::text from pg_class c where c.relnamespace = 'coopol'::regnamespace and c.relkind = 'r'
     and query_to_xml(format('select 1 as found from %s x where x::text ~* %L limit 1', c.oid::regclass, $1::text), false, true, '')::text like '%found%')"};

std::string in_hexadecimal(const std::string& text) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  for (const unsigned char c : text) {
    hex += digits[c >> 4];
    hex += digits[c & 15];
  }
  return hex;
}

// Names with and without accents, in any case; the address; the telephone however it is spaced; the words that were
// theirs alone.
std::string traces(const own_data::Somebody& who) {
  std::string pattern = "z[eé]phyrine|qu[ií]ll[eé]v[eé]r[eé]|" + in_hexadecimal(who.first) + '|' +
                        in_hexadecimal(who.last) + '|' + in_hexadecimal(who.email) + '|' + own_data::own_phone(who.id) +
                        "|12 impasse q";
  for (const auto* word :
       {"motprofession", "motloisirs",   "motcomplement", "motville",    "motmandat",    "motappareil", "motstatut",
        "motmurautre",   "motsurmonmur", "motseul",       "motpourmoi",  "motbrouillon", "motnumero",   "motfichier",
        "motami",        "motpourami",   "motequipe",     "motcourriel", "motadresse",   "motancienne", "motrang"})
    pattern += '|' + own_data::own_word(word, who.id);
  return pattern;
}

TEST(Departure, A12_NothingInTheWholeDatabaseTellsWhoWasThere) {
  const auto who = own_data::make_somebody("Zéphyrine", "Quillévéré");
  owner().run(no_second_factor, who.id);
  EXPECT_GT(owner().all(places, traces(who)).size(), 25u) << "the scan sees them while they are here";
  ASSERT_TRUE(as(who.id, leave).front());
  owner().run(grace_over, who.id);
  ASSERT_TRUE(jobs().one(erase, who.id));
  EXPECT_FALSE(jobs().one(erase, who.id));
  owner().run(last_mail_left);
  EXPECT_THAT(owner().all(places, traces(who)), testing::IsEmpty());
}

struct Kept {
  std::int32_t coming, gone;
  Text message, author, comment, report, bureau;
  std::int64_t minutes;
  bool reported;
};
const pg::Statement<Kept(MemberId)> what_the_other_finds{"test.own_data.kept", R"(
  select e.coming, r.gone, (select x.body from message x join thread_member t on t.thread_id = x.thread_id where t.member_id = $1 order by x.id limit 1),
         coalesce((select message_author(x.id) from message x join thread_member t on t.thread_id = x.thread_id where t.member_id = $1 order by x.id limit 1), ''),
         (select c.body from event_comment c where c.event_id = e.id order by c.id limit 1), r.words, coalesce(p.bureau, ''), (select minutes from section_totals(e.space_ids[1])),
         e.creator_id is null and e.address = '' and e.spot is null
    from event e join event_report r on r.event_id = e.id join section_profile p on p.space_id = e.space_ids[1] join event_guest g on g.event_id = e.id and g.member_id = $1)"};

TEST(Departure, A12_WhatOthersHoldKeepsItsSense) {
  const auto who = own_data::make_somebody("Ombeline", "Kersauzon");
  owner().run(no_second_factor, who.id);
  as(who.id, leave);
  owner().run(grace_over, who.id);
  ASSERT_TRUE(jobs().one(erase, who.id));
  owner().run(last_mail_left);
  const auto kept = as(who.other, what_the_other_finds, who.other).front();
  EXPECT_EQ(kept.coming, 2) << "what is past stays as it was";
  EXPECT_EQ(kept.gone, 1);
  EXPECT_EQ(kept.minutes, 120) << "the section's hours do not shrink";
  EXPECT_EQ(kept.message, own_data::own_word("motmessage", who.id) + ". […], […], […], […]");
  EXPECT_EQ(kept.author, "") << "«Membre parti»";
  EXPECT_EQ(kept.comment, own_data::own_word("motcommentaire", who.id) + " de […]");
  EXPECT_EQ(kept.report, own_data::own_word("motbilan", who.id) + " de […]");
  EXPECT_EQ(kept.bureau, "Anna Martin");
  EXPECT_TRUE(kept.reported);
}

const pg::Statement<void(EventId)> at_home{"scene.own_data.home",
                                           "update event set kind = 'flat_meeting' where id = $1"};
struct Fate {
  Text state;
  std::optional<MemberId> creator;
};
const pg::Statement<Fate(EventId)> fate_of{"scene.own_data.fate", "select state, creator_id from event where id = $1"};
const pg::Statement<std::int64_t(Text, MemberId)> mails_to{
    "scene.own_data.mails_to", "select count(*) from mail where kind = $1 and member_id = $2"};

TEST(Departure, A12_EventsToComeGoToTheSectionsSecretaryOrAreCalledOff) {
  const auto home = section(federation());
  const auto maker = member("Part", "Bientôt"), secretary = member("Reste", "Là"), guest = member();
  join(maker, home);
  join(secretary, home, "secretary");
  const auto handed = event(maker, {.spaces = {home}}), flat = event(maker, {.spaces = {home}}), lonely = event(maker);
  owner().run(at_home, flat);
  for (const auto which : {handed, flat, lonely}) invite(which, guest, "yes");
  ASSERT_TRUE(as(maker, leave).front());
  EXPECT_EQ(owner().one(fate_of, handed).creator, secretary);
  EXPECT_EQ(owner().one(fate_of, handed).state, "published");
  EXPECT_EQ(owner().one(fate_of, flat).state, "cancelled") << "at the home of whoever leaves";
  EXPECT_EQ(owner().one(fate_of, lonely).state, "cancelled");
  EXPECT_EQ(owner().one(mails_to, "own_data.event_yours", secretary), 1);
  EXPECT_EQ(owner().one(mails_to, "events.cancellation", guest), 2);
}

const pg::Statement<Text(MemberId)> recipient{"jobs.test.own_data.recipient", "select address from mail_recipient($1)"};
const pg::Statement<std::int64_t(MemberId)> sessions{"scene.own_data.sessions",
                                                     "select count(*) from session where member_id = $1"};

TEST(Departure, A12_WhoLeavesIsHiddenAtOnceAndComesBackAsBefore) {
  const auto home = section(federation());
  const auto leaver = member(), coopain = member(), secretary = member(), referent = member();
  join(leaver, home);
  join(secretary, home, "secretary");
  bond(leaver, coopain);
  session(leaver);
  ASSERT_TRUE(as(leaver, leave).front());
  EXPECT_FALSE(as(leaver, leave).front()) << "once";
  for (const auto viewer : {coopain, secretary, referent}) EXPECT_TRUE(as(viewer, see, leaver).empty());
  EXPECT_EQ(owner().one(sessions, leaver), 0);
  EXPECT_TRUE(jobs().all(recipient, leaver).empty()) << "no mail but those about leaving";
  EXPECT_FALSE(jobs().one(erase, leaver)) << "not yet";
  run_as(leaver, keep);
  EXPECT_EQ(as(coopain, see, leaver).size(), 1u);
  EXPECT_FALSE(jobs().one(erase, leaver));
}

const pg::Statement<void(MemberId)> alone_at_the_top{
    "scene.own_data.alone",
    "update member m set leaves_at = 'infinity' from membership b where b.member_id = m.id and b.role = 'coopilote' "
    "and m.id <> $1"};
const pg::Statement<void()> back_at_the_top{"scene.own_data.back",
                                            "update member set leaves_at = null where leaves_at = 'infinity'"};

TEST(Departure, A12_TheLastCoopiloteStaysAndALonelySectionsFederationIsTold) {
  const auto last = member(), another = member();
  join(last, national(), "coopilote");
  owner().run(alone_at_the_top, last);
  EXPECT_FALSE(as(last, leave).front());
  join(another, national(), "coopilote");
  EXPECT_TRUE(as(last, leave).front());
  EXPECT_FALSE(as(another, leave).front());
  owner().run(back_at_the_top);

  const auto above = federation(), home = section(above);
  const auto secretary = member(), referent = member();
  join(secretary, home, "secretary");
  join(referent, above, "referent");
  ASSERT_TRUE(as(secretary, leave).front());
  EXPECT_EQ(owner().one(mails_to, "own_data.no_secretary", referent), 1);
}

const pg::Statement<std::optional<pg::Time>(std::optional<std::int64_t>, std::optional<pg::Bytes>)> leave_with{
    "test.own_data.leave_with", "select begin_departure(30, $1, $2, null, null)"};
const pg::Statement<void(MemberId, pg::Bytes)> put_factor{"scene.own_data.factor", R"(
  with app as (insert into totp (member_id, secret, since, last_step) values ($1, 'x', now(), 10)) insert into recovery_code values ($1, $2))"};

TEST(Departure, A12_ASecondFactorIsAskedForAndServesOnce) {
  const auto code = pg::Bytes{std::string(32, 'c')};
  const auto leaver = member();
  owner().run(put_factor, leaver, code);
  EXPECT_FALSE(as(leaver, leave).front());
  EXPECT_FALSE(as(leaver, leave_with, std::optional<std::int64_t>(10), std::nullopt).front()) << "has served";
  EXPECT_TRUE(as(leaver, leave_with, std::optional<std::int64_t>(11), std::nullopt).front());
  run_as(leaver, keep);
  EXPECT_FALSE(as(leaver, leave_with, std::optional<std::int64_t>(11), std::nullopt).front());
  EXPECT_TRUE(as(leaver, leave_with, std::nullopt, std::optional(code)).front());
  run_as(leaver, keep);
  EXPECT_FALSE(as(leaver, leave_with, std::nullopt, std::optional(code)).front());
}

}  // namespace
