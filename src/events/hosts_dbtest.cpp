// E01: spaces that organise together: who may be asked, what the answer opens, and that nothing is open before it or
// after.

#include "events/hosts.hpp"

#include <gtest/gtest.h>

#include "events/detail.hpp"
#include "events/mails.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;

const pg::Statement<Text(EventId, SpaceId)> ask{"test.hosts.ask", "select event_host_ask($1, $2)"};
const pg::Statement<bool(EventId, SpaceId, bool)> answer{"test.hosts.answer", "select event_host_answer($1, $2, $3)"};
const pg::Statement<bool(EventId, SpaceId)> withdraw{"test.hosts.withdraw", "select event_host_withdraw($1, $2)"};
const pg::Statement<std::int64_t(EventId)> hosts_seen{"test.hosts.seen",
                                                      "select count(*) from event_host where event_id = $1"};
const pg::Statement<void(EventId)> touch{"test.hosts.touch", "update event set title = 'Changé' where id = $1"};
const pg::Statement<void(EventId)> publish_nowhere{
    "test.hosts.nowhere", "update event set space_ids = '{}', is_public = false where id = $1"};
const pg::Statement<void(EventId, SpaceId)> take_part{"test.hosts.take",
                                                      "update event set host_ids = array[$2::bigint] where id = $1"};
const pg::Statement<bool(MemberId, EventId)> organises{"scene.hosts.organises",
                                                       "select refusal($1, 'organiser', $2) is null"};
const pg::Statement<Text(EventId, Text)> told{"scene.hosts.told", R"(
  select coalesce(string_agg(m.first_name, ',' order by m.first_name), '') from mail x join member m on m.id = x.member_id where x.subject_id = $1 and x.kind = $2)"};

struct Scene {
  SpaceId federation = testing_db::federation(), home = section(federation, "Dole"),
          other = section(federation, "Arbois");
  MemberId maker = member("Rose", "Amiel"), secretary = member("Nour", "Haddad"), fellow = member("Théo", "Vasseur"),
           referent = member("Zoé", "Tardif"), stranger = member("Malo", "Brun");
  EventId event;

  Scene() : event((join(maker, home, "secretary"), testing_db::event(maker, {.spaces = {home}}))) {
    join(secretary, other, "secretary");
    join(fellow, other);
    join(referent, federation, "referent");
  }
  bool sees(MemberId who) const { return !as(who, events::find_event, event).empty(); }
  bool runs(MemberId who) const { return owner().one(organises, who, event); }
  bool changes(MemberId who) const { return run_as(who, touch, event) > 0; }
  size_t asked(MemberId who) const { return as(who, events::host_requests).size(); }
};

TEST(EventHosts, E01_NothingIsOpenBeforeTheAnswerAndAllOfItAfter) {
  const Scene s;
  EXPECT_EQ(s.asked(s.secretary), 0u);
  EXPECT_EQ(as(s.maker, ask, s.event, s.other).front(), "done");
  EXPECT_EQ(as(s.maker, ask, s.event, s.other).front(), "asked");
  EXPECT_EQ(owner().one(told, s.event, "events.host"), "Nour");
  EXPECT_EQ(s.asked(s.secretary), 1u);
  for (const auto who : {s.fellow, s.stranger, s.referent}) EXPECT_EQ(s.asked(who), 0u);
  for (const auto who : {s.secretary, s.fellow}) EXPECT_FALSE(s.sees(who) || s.runs(who) || s.changes(who));
  for (const auto who : {s.fellow, s.stranger, s.referent})
    EXPECT_FALSE(as(who, answer, s.event, s.other, true).front());
  EXPECT_EQ(as(s.stranger, hosts_seen, s.event).front(), 0);

  EXPECT_TRUE(as(s.secretary, answer, s.event, s.other, true).front());
  EXPECT_FALSE(as(s.secretary, answer, s.event, s.other, false).front()) << "once";
  EXPECT_TRUE(s.sees(s.secretary) && s.runs(s.secretary) && s.changes(s.secretary));
  EXPECT_TRUE(s.sees(s.fellow));
  EXPECT_FALSE(s.runs(s.fellow) || s.sees(s.stranger));
  EXPECT_EQ(as(s.fellow, events::find_event, s.event).front().hosts,
            (std::vector<Text>{"section Dole", "section Arbois"}));
  EXPECT_EQ(owner().one(told, s.event, "events.host_answer"), "Rose");
  run_as(s.maker, publish_nowhere, s.event);
  EXPECT_TRUE(s.sees(s.fellow)) << "whoever organises sees it, whatever the form said";
}

TEST(EventHosts, E01_ARefusalOpensNothing) {
  const Scene s;
  as(s.maker, ask, s.event, s.other);
  EXPECT_TRUE(as(s.secretary, answer, s.event, s.other, false).front());
  EXPECT_FALSE(s.sees(s.secretary) || s.runs(s.secretary));
  EXPECT_FALSE(as(s.secretary, answer, s.event, s.other, true).front());
  EXPECT_EQ(as(s.maker, ask, s.event, s.other).front(), "asked") << "nobody is asked again and again";
}

TEST(EventHosts, E01_WithdrawalAtAnyMoment) {
  const Scene s;
  as(s.maker, ask, s.event, s.other);
  EXPECT_EQ(refusal_of([&] { as(s.stranger, withdraw, s.event, s.other); }), "CP404");
  as(s.secretary, answer, s.event, s.other, true);
  EXPECT_EQ(refusal_of([&] { as(s.fellow, withdraw, s.event, s.other); }), "CP404");
  EXPECT_TRUE(as(s.secretary, withdraw, s.event, s.other).front());
  EXPECT_FALSE(s.sees(s.fellow) || s.runs(s.secretary));
  EXPECT_TRUE(s.runs(s.maker));

  const Scene again;
  as(again.maker, ask, again.event, again.other);
  EXPECT_TRUE(as(again.maker, withdraw, again.event, again.other).front());
  EXPECT_EQ(again.asked(again.secretary), 0u);
  EXPECT_FALSE(as(again.secretary, answer, again.event, again.other, true).front());
}

TEST(EventHosts, E01_AFederationByItsReferentWhoThenOrganisesThatOneAlone) {
  const Scene s;
  const auto another = event(s.maker, {.spaces = {s.home, s.federation}, .is_public = true});
  as(s.maker, ask, s.event, s.federation);
  EXPECT_EQ(s.asked(s.referent), 1u);
  EXPECT_TRUE(as(s.referent, answer, s.event, s.federation, true).front());
  EXPECT_TRUE(s.runs(s.referent) && s.changes(s.referent));
  EXPECT_FALSE(owner().one(organises, s.referent, another)) << "what is only published there is not theirs";
  EXPECT_EQ(run_as(s.referent, touch, another), 0);
}

TEST(EventHosts, E01_OnlyWhoOrganisesAsksAndOnlyTheFunctionsWrite) {
  const Scene s;
  for (const auto who : {s.secretary, s.stranger}) EXPECT_NE(refusal_of([&] { as(who, ask, s.event, s.other); }), "");
  EXPECT_EQ(refusal_of([&] { run_as(s.maker, take_part, s.event, s.other); }), "42501");
  EXPECT_EQ(as(s.maker, ask, s.event, section(s.federation, "Vide")).front(), "nobody");
}

}  // namespace
