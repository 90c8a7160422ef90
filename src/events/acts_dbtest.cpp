// What organisers and guests may do, held against the database: the policies and functions of db/policies/50_events.sql
// and 51_event_acts.sql.

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "events/answer.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Members = std::vector<MemberId>;
using Text = std::string;

const pg::Statement<std::optional<std::int32_t>(EventId, Members)> invite_them{"test.events.invite",
                                                                               "select event_invite($1, $2)"};
const pg::Statement<std::optional<std::int32_t>(EventId, SpaceId)> invite_whole{"test.events.invite_section",
                                                                                "select event_invite_section($1, $2)"};
const pg::Statement<std::int32_t(EventId, Text)> announce{"test.events.announce", "select event_announce($1, $2)"};
struct Sent {
  std::int32_t reached;
  std::optional<pg::Time> again;
};
const pg::Statement<Sent(EventId, Text, Text)> remind{"test.events.remind",
                                                      "select reached, next_at from event_remind($1, $2, $3)"};
const pg::Statement<std::int64_t(EventId, Members)> add_directly{"test.events.add_directly",
                                                                 "select event_add_guests($1, $2)::bigint"};
const pg::Statement<void(EventId, MemberId)> answer_for{
    "test.events.answer_for",
    "insert into event_guest (event_id, member_id, answer, answered_at) values ($1, $2, 'yes', now())"};
const pg::Statement<void(EventId, std::vector<SpaceId>)> move_to{"test.events.move_to",
                                                                 "update event set space_ids = $2 where id = $1"};
const pg::Statement<void(EventId)> forge_counts{"test.events.forge", "update event set coming = 1000 where id = $1"};
const pg::Statement<void(EventId)> rename{"test.events.rename", "update event set title = 'Autre' where id = $1"};

const pg::Statement<Text(EventId, Text)> mails_of{"scene.events.mails", R"(
  select coalesce(string_agg(member_id::text, ',' order by member_id), '') from mail where subject_id = $1 and kind = $2)"};
struct Counts {
  std::int32_t invited, coming, maybe, declined;
  auto operator<=>(const Counts&) const = default;
};
const pg::Statement<Counts(EventId)> counts_of{"scene.events.counts",
                                               "select invited, coming, maybe, declined from event where id = $1"};
const pg::Statement<void(EventId)> end_it{
    "scene.events.end",
    "update event set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where id = $1"};
const pg::Statement<void(EventId)> age_reminders{
    "scene.events.age", "update event_reminder set sent_at = sent_at - interval '25 hours' where event_id = $1"};
const pg::Statement<void(EventId, Members)> remove_guests{
    "scene.events.remove", "delete from event_guest where event_id = $1 and member_id = any($2)"};
const pg::Statement<Text(EventId)> answer_slots{"scene.events.slots", R"(
  select count(*) || ' ' || coalesce(bool_and(run_at > now() and run_at <= now() + interval '15 minutes 10 seconds'), false) from mail where subject_id = $1 and kind = 'events.answer')"};

std::string ids(Members members) {
  std::sort(members.begin(), members.end(), [](MemberId a, MemberId b) { return a.number() < b.number(); });
  std::string text;
  for (const auto member : members) text += (text.empty() ? "" : ",") + std::to_string(member.number());
  return text;
}

struct Scene {
  SpaceId federation = testing_db::federation(), home = section(federation), elsewhere = section(federation);
  MemberId secretary = member("Rose", "Amiel"), insider = member("Théo", "Vasseur"),
           stranger = member("Nour", "Haddad");
  MemberId shy = member("Malik", "Oudin", "circle"), hidden = member("Jeanne", "Brun", "secretary");
  EventId mission;

  Scene() {
    join(secretary, home, "secretary");
    join(insider, home);
    join(shy, home);
    join(hidden, home);
    join(stranger, elsewhere);
    mission = event(secretary, {.spaces = {home}});
  }
  EventId by(MemberId maker) const { return event(maker, {.is_public = true}); }
};

TEST(EventInvite, E04_ReachesThoseTheOrganiserMaySee) {
  const Scene s;
  const auto everyone = Members{s.insider, s.shy, s.hidden, s.stranger};
  EXPECT_EQ(as(s.secretary, invite_them, s.mission, everyone).front(), 4)
      << "a secretary sees all of the section, and the public ones";
  EXPECT_EQ(owner().one(mails_of, s.mission, "events.invitation"), ids(everyone));

  const auto of_insider = s.by(s.insider);
  EXPECT_EQ(as(s.insider, invite_them, of_insider, everyone).front(), 2)
      << "section mates by circle, anyone public; not who is seen by the secretary alone, nor oneself";
  EXPECT_EQ(owner().one(mails_of, of_insider, "events.invitation"), ids({s.shy, s.stranger}));

  const auto of_stranger = s.by(s.stranger);
  bond(s.stranger, s.shy);
  EXPECT_EQ(as(s.stranger, invite_them, of_stranger, {s.shy, s.hidden}).front(), 1) << "a coopain by circle";
  EXPECT_EQ(owner().one(mails_of, of_stranger, "events.invitation"), ids({s.shy}));
}

TEST(EventInvite, E04_IsIdempotent) {
  const Scene s;
  EXPECT_EQ(as(s.secretary, invite_them, s.mission, {s.insider, s.shy}).front(), 2);
  EXPECT_EQ(as(s.secretary, invite_them, s.mission, {s.insider, s.shy, s.stranger}).front(), 1);
  EXPECT_EQ(owner().one(mails_of, s.mission, "events.invitation"), ids({s.insider, s.shy, s.stranger}));
  EXPECT_EQ(owner().one(counts_of, s.mission).invited, 3);
}

TEST(EventInvite, E04_IsTheOrganisersAlone) {
  const Scene s;
  EXPECT_EQ(refusal_of([&] { as(s.insider, invite_them, s.mission, {s.stranger}); }), "CP403");
  EXPECT_EQ(refusal_of([&] { as(s.stranger, invite_them, s.mission, {s.stranger}); }), "CP404")
      << "not even known to be there";
  EXPECT_EQ(refusal_of([&] { as(s.insider, add_directly, s.mission, {s.stranger}); }), "42501")
      << "the inner function is nobody's";
  EXPECT_EQ(owner().one(counts_of, s.mission).invited, 0);
}

TEST(EventInvite, E04_AWholeSectionByItsSecretaryOrBureau) {
  const Scene s;
  const auto bureau = member("Alix", "Péron");
  join(bureau, s.home, "bureau");
  const auto everyone = Members{s.secretary, s.insider, s.shy, s.hidden};
  const auto of_bureau = s.by(bureau);
  EXPECT_EQ(as(bureau, invite_whole, of_bureau, s.home).front(), 4) << "also those they may not see";
  EXPECT_EQ(owner().one(mails_of, of_bureau, "events.invitation"), ids(everyone));
  const auto of_insider = s.by(s.insider);
  EXPECT_EQ(refusal_of([&] { as(s.insider, invite_whole, of_insider, s.home); }), "CP403");
  EXPECT_EQ(refusal_of([&] { as(bureau, invite_whole, of_bureau, s.elsewhere); }), "CP403");
}

TEST(EventInvite, E04_NobodyIsInvitedToWhatIsOverOrNotYetPublished) {
  const Scene s;
  owner().run(end_it, s.mission);
  EXPECT_EQ(as(s.secretary, invite_them, s.mission, {s.insider}).front(), std::nullopt);
  const auto draft = event(s.secretary, {.state = "draft"});
  EXPECT_EQ(as(s.secretary, invite_them, draft, {s.insider}).front(), std::nullopt);
}

TEST(EventAnswer, E05_MayBeChangedUntilTheEnd) {
  const Scene s;
  invite(s.mission, s.insider);
  for (const auto& [what, expected] : {std::pair{"yes", Counts{1, 1, 0, 0}},
                                       {"maybe", Counts{1, 0, 1, 0}},
                                       {"no", Counts{1, 0, 0, 1}},
                                       {"yes", Counts{1, 1, 0, 0}}}) {
    EXPECT_TRUE(as(s.insider, events::record_answer, s.mission, what, std::nullopt).front());
    EXPECT_EQ(owner().one(counts_of, s.mission), expected) << what;
  }
  owner().run(end_it, s.mission);
  EXPECT_FALSE(as(s.insider, events::record_answer, s.mission, "no", std::nullopt).front());
  EXPECT_EQ(owner().one(counts_of, s.mission).coming, 1);
}

TEST(EventAnswer, E05_WhoSeesItMayComeUninvited) {
  const Scene s;
  EXPECT_TRUE(as(s.insider, events::record_answer, s.mission, "yes", std::nullopt).front());
  EXPECT_FALSE(as(s.stranger, events::record_answer, s.mission, "yes", std::nullopt).front()) << "not theirs to see";
  EXPECT_EQ(refusal_of([&] { run_as(s.insider, answer_for, s.mission, s.shy); }), "42501") << "one answers for oneself";
  EXPECT_EQ(owner().one(counts_of, s.mission), (Counts{1, 1, 0, 0}));
}

TEST(EventAnswer, E05_TheCreatorIsToldOnceAQuarter) {
  const Scene s;
  as(s.insider, events::record_answer, s.mission, "yes", std::nullopt);
  as(s.shy, events::record_answer, s.mission, "no", std::nullopt);
  as(s.shy, events::record_answer, s.mission, "maybe", std::nullopt);
  EXPECT_EQ(owner().one(answer_slots, s.mission), "1 true");
  EXPECT_EQ(owner().one(mails_of, s.mission, "events.answer"), ids({s.secretary}));
  const auto own = s.by(s.insider);
  as(s.insider, events::record_answer, own, "no", std::nullopt);
  EXPECT_EQ(owner().one(mails_of, own, "events.answer"), "") << "nobody tells themselves";
}

TEST(EventAnswer, E05_ManyAtOnceAreAllCounted) {
  const Scene s;
  constexpr int people = 8, rounds = 10;
  Members members;
  for (int i = 0; i < people; ++i) {
    members.push_back(member("Essai", "Nombreux"));
    join(members.back(), s.home);
  }
  std::vector<std::thread> threads;
  threads.reserve(people);
  for (const auto person : members)
    threads.emplace_back([&, person] {
      pg::Connection connection(app_url(), "test at once");
      for (int i = 0; i <= rounds; ++i) {
        pg::Batch batch;
        become(batch, person);
        batch.one(events::record_answer, s.mission, Text(i % 2 == 0 ? "yes" : "maybe"), std::nullopt);
        connection.send(batch);
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(owner().one(counts_of, s.mission), (Counts{people, people, 0, 0}));
}

TEST(EventGuests, E06_CountsFollowWhoeverGoes) {
  const Scene s;
  invite(s.mission, s.insider, "yes");
  invite(s.mission, s.shy, "maybe");
  invite(s.mission, s.hidden, "no");
  invite(s.mission, s.stranger);
  EXPECT_EQ(owner().one(counts_of, s.mission), (Counts{4, 1, 1, 1}));
  owner().run(remove_guests, s.mission, Members{s.insider, s.hidden});
  EXPECT_EQ(owner().one(counts_of, s.mission), (Counts{2, 0, 1, 0}));
}

TEST(EventRemind, E07_ReachesTheAudienceAndNobodyElse) {
  const Scene s;
  const auto another = member("Côme", "Faivre");
  invite(s.mission, s.secretary, "yes");
  invite(s.mission, s.insider, "yes");
  invite(s.mission, s.shy, "maybe");
  invite(s.mission, s.hidden, "no");
  invite(s.mission, s.stranger);
  invite(s.mission, another);
  const auto reached = [&](const char* audience) {
    return as(s.secretary, remind, s.mission, audience, "À samedi !").front().reached;
  };
  EXPECT_EQ(reached("none"), 2);
  EXPECT_EQ(owner().one(mails_of, s.mission, "events.reminder"), ids({s.stranger, another}));
  EXPECT_EQ(reached("yes"), 1) << "whoever asks does not remind themselves";
  EXPECT_EQ(reached("maybe"), 1);
  EXPECT_EQ(reached("no"), 1);
  EXPECT_EQ(reached("all"), 5);
}

TEST(EventRemind, E07_OnceADayForEachAudience) {
  const Scene s;
  invite(s.mission, s.insider);
  EXPECT_EQ(as(s.secretary, remind, s.mission, "none", "").front().reached, 1);
  const auto again = as(s.secretary, remind, s.mission, "none", "").front();
  EXPECT_EQ(again.reached, 0);
  EXPECT_TRUE(again.again);
  EXPECT_EQ(as(s.secretary, remind, s.mission, "all", "").front().reached, 1) << "another audience is another matter";
  owner().run(age_reminders, s.mission);
  EXPECT_EQ(as(s.secretary, remind, s.mission, "none", "").front().reached, 1);
}

TEST(EventRemind, E07_TwoClicksAtOnceAreOneReminder) {
  const Scene s;
  invite(s.mission, s.insider);
  std::vector<std::int32_t> reached(2);
  std::vector<std::thread> clicks;
  clicks.reserve(reached.size());
  for (auto& result : reached)
    clicks.emplace_back([&] {
      pg::Connection connection(app_url(), "test clicks");
      pg::Batch batch;
      become(batch, s.secretary);
      const auto sent = batch.one(remind, s.mission, Text("none"), Text());
      connection.send(batch);
      result = sent->reached;
    });
  for (auto& click : clicks) click.join();
  EXPECT_EQ(reached[0] + reached[1], 1);
}

TEST(EventRemind, E07_IsTheOrganisersAlone) {
  const Scene s;
  invite(s.mission, s.insider);
  EXPECT_EQ(refusal_of([&] { as(s.insider, remind, s.mission, "none", ""); }), "CP403");
  EXPECT_EQ(refusal_of([&] { as(s.insider, announce, s.mission, "change"); }), "CP403");
}

TEST(EventAnnounce, E07_TellsThoseWhoHaveNotDeclined) {
  const Scene s;
  invite(s.mission, s.secretary, "yes");
  invite(s.mission, s.insider, "yes");
  invite(s.mission, s.shy, "maybe");
  invite(s.mission, s.hidden, "no");
  invite(s.mission, s.stranger);
  EXPECT_EQ(as(s.secretary, announce, s.mission, "change").front(), 3);
  EXPECT_EQ(owner().one(mails_of, s.mission, "events.change"), ids({s.insider, s.shy, s.stranger}));
}

TEST(EventRights, E03_OneMayPublishWhereOneBelongsOnly) {
  const Scene s;
  const auto own = event(s.insider);
  EXPECT_EQ(refusal_of([&] { run_as(s.insider, move_to, own, {s.elsewhere}); }), "CP403");
  EXPECT_EQ(refusal_of([&] { run_as(s.insider, move_to, own, {s.federation}); }), "CP403")
      << "above one’s own section is not one’s own";
  EXPECT_EQ(refusal_of([&] { run_as(s.insider, move_to, own, {s.home}); }), "");
  const auto shared = event(s.secretary, {.spaces = {s.home, s.elsewhere}});
  EXPECT_EQ(refusal_of([&] {
              run_as(s.secretary, move_to, shared, {s.elsewhere, s.home});
            }),
            "")
      << "where it stands it may stay";
}

TEST(EventRights, E06_NobodyWritesTheCountsOrAnothersEvent) {
  const Scene s;
  EXPECT_EQ(refusal_of([&] { run_as(s.secretary, forge_counts, s.mission); }), "42501");
  EXPECT_EQ(run_as(s.insider, rename, s.mission), 0);
}

}  // namespace
