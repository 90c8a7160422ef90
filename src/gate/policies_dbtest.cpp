// Who may see what, held against the database itself: each kind of person × each circle of content. What a
// section's office holds is in src/sections.

#include <gtest/gtest.h>

#include <map>

#include "testing/circles.hpp"

namespace {

using namespace testing_db;

const pg::Statement<MemberId(MemberId)> see_member{"test.see_member", "select id from member where id = $1"};
const pg::Statement<EventId(EventId)> see_event{"test.see_event", "select id from event where id = $1"};
const pg::Statement<MemberId(EventId)> see_guests{"test.see_guests",
                                                  "select member_id from event_guest where event_id = $1"};
const pg::Statement<void(EventId, SpaceId, MemberId)> put_arrivals{
    "scene.test.arrivals", "insert into event_arrivals (event_id, space_id, asked_by) values ($1, $2, $3)"};
const pg::Statement<std::int64_t(EventId)> see_arrivals{"test.see_arrivals",
                                                        "select count(*) from event_arrivals where event_id = $1"};
const pg::Statement<std::int64_t()> see_contacts{"test.see_contacts", "select count(*) from member_contact"};
const pg::Statement<void()> choose_mails{"test.choose_mails",
                                         "insert into notification_choice values (viewer_id(), 'message', 'none')"};
const pg::Statement<void(MemberId)> choose_for{"test.choose_for",
                                               "insert into notification_choice values ($1, 'message', 'none')"};
const pg::Statement<std::int64_t()> see_choices{"test.see_choices", "select count(*) from notification_choice"};
const pg::Statement<void(MemberId)> put_device{"scene.test.device", R"(
  with opened as (insert into session (token_hash, member_id, device, expires_at) values (sha256('push'), $1, 'Firefox', now() + interval '1 day') returning id)
  insert into push_device (member_id, session_id, endpoint, p256dh, auth, server_key)
    select $1, id, 'https://push.exemple.test/1', repeat('p', 65)::bytea, repeat('a', 16)::bytea, repeat('k', 65)::bytea from opened)"};
const pg::Statement<std::int64_t()> see_devices{"test.see_devices", "select count(*) from push_device"};
const pg::Statement<void()> remove_devices{"test.remove_devices", "delete from push_device"};
const pg::Statement<std::string()> see_endpoints{"test.see_endpoints", "select endpoint from push_device"};
const pg::Statement<void(MemberId)> end_sessions{"scene.test.end_sessions", "delete from session where member_id = $1"};
const pg::Statement<void(MemberId)> put_friend{
    "scene.test.friend", "insert into friend_invitation (member_id, email) values ($1, 'amie@exemple.test')"};
const pg::Statement<std::int64_t()> see_friends{"test.see_friends", "select count(*) from friend_invitation"};
const pg::Statement<ActivityId(MemberId)> put_status{
    "scene.test.status", "insert into activity (kind, member_id, body) values ('status', $1, 'Bonjour') returning id"};
const pg::Statement<ActivityId(ActivityId)> see_status{"test.see_status", "select id from activity where id = $1"};

const pg::Statement<void(MemberId)> put_feed{
    "scene.test.feed",
    "insert into calendar_feed (member_id, salt, token_hash) values ($1, repeat('s', 16)::bytea, sha256('feed'))"};
const pg::Statement<std::int64_t()> see_feeds{"test.see_feeds", "select count(*) from calendar_feed"};
const pg::Statement<void()> remove_feeds{"test.remove_feeds", "delete from calendar_feed"};
const pg::Statement<void(MemberId)> feed_for{
    "test.feed_for",
    "insert into calendar_feed (member_id, salt, token_hash) values ($1, repeat('t', 16)::bytea, sha256('other'))"};

void expect_member(const std::string& visibility, const std::vector<std::string>& names) {
  expect_seen_by("member visible to " + visibility, names,
                 [&](MemberId viewer) { return !as(viewer, see_member, circles().subjects[visibility]).empty(); });
}

TEST(Policies, A09_PeopleAreSeenByTheCircleTheyChose) {
  expect_member("everyone", everybody);
  expect_member("circle", {"coopain", "insider", "secretary", "zone manager"});
  expect_member("secretary", {"secretary"});
}

TEST(Policies, A09_ASecretaryIsAlwaysPublic) {
  const auto hidden = member("Secrète", "Taire", "secretary");
  join(hidden, section(circles().federation), "secretary");
  EXPECT_FALSE(as(circles().people["stranger"], see_member, hidden).empty());
}

TEST(Policies, WithoutAViewerNothingIsSeen) {
  pg::Batch batch;
  become(batch, std::nullopt);
  const auto members = batch.all(see_member, circles().subjects["everyone"]);
  const auto events = batch.all(see_event, circles().events["public"]);
  app().send(batch);
  EXPECT_TRUE(members->empty());
  EXPECT_TRUE(events->empty());
}

void expect_event(const std::string& which, const std::vector<std::string>& names) {
  expect_seen_by(which + " event", names,
                 [&](MemberId viewer) { return !as(viewer, see_event, circles().events[which]).empty(); });
}

TEST(Policies, E03_EventsAreSeenByTheirSpaces) {
  expect_event("public", everybody);
  expect_event("section", {"insider", "secretary", "zone manager"});
  expect_event("federation", {"insider", "secretary", "zone manager", "other secretary", "referent"});
  expect_event("by invitation", {"coopain"});
  expect_event("draft", {});
}

TEST(Policies, E06_WhoHasNotAnsweredIsTheOrganisersToKnow) {
  const auto home = circles().home;
  const auto maker = circles().subjects["everyone"];
  const auto mission = event(maker, {.spaces = {home}});
  invite(mission, circles().subjects["circle"]);
  invite(mission, circles().people["secretary"], "yes");
  const auto count = [&](const char* who) { return as(circles().people[who], see_guests, mission).size(); };
  EXPECT_EQ(as(maker, see_guests, mission).size(), 2u);
  EXPECT_EQ(count("secretary"), 2u) << "runs the section where it is published";
  EXPECT_EQ(count("insider"), 1u) << "sees only who comes";
  EXPECT_EQ(count("stranger"), 0u);
}

TEST(Policies, E04_WhereWhoeverComesIsInvitedIsTheOrganisersToKnow) {
  const auto maker = circles().subjects["everyone"];
  const auto mission = event(maker, {.spaces = {circles().home}, .is_public = true});
  owner().run(put_arrivals, mission, circles().home, maker);
  expect_seen_by("arrivals", {"secretary"},
                 [&](MemberId viewer) { return as(viewer, see_arrivals, mission).front() > 0; });
  EXPECT_EQ(as(maker, see_arrivals, mission).front(), 1);
}

TEST(Policies, B01_ContactsAreNeverSeenByOthers) {
  expect_seen_by("contacts", {}, [&](MemberId viewer) { return as(viewer, see_contacts).front() > 0; });
  EXPECT_EQ(as(circles().subjects["everyone"], see_contacts).front(), 1);
}

TEST(Policies, A08_WhatOneWantsByMailIsOnesOwnToKnowAndToChoose) {
  const auto owner = circles().subjects["everyone"];
  run_as(owner, choose_mails);
  expect_seen_by("choices of mail", {}, [&](MemberId viewer) { return as(viewer, see_choices).front() > 0; });
  EXPECT_EQ(as(owner, see_choices).front(), 1);
  EXPECT_EQ(refusal_of([&] { run_as(circles().people["secretary"], choose_for, circles().subjects["circle"]); }),
            "42501");
}

TEST(Policies, A08_WhereAPersonIsToldAtOnceIsTheirsAloneAndGoesWithTheirSession) {
  const auto reader = member("Pia", "Essai");
  owner().run(put_device, reader);
  expect_seen_by("devices", {}, [&](MemberId viewer) {
    return as(viewer, see_devices).front() > 0 || run_as(viewer, remove_devices) > 0;
  });
  EXPECT_EQ(as(reader, see_devices).front(), 1);
  EXPECT_EQ(refusal_of([&] { as(reader, see_endpoints); }), "42501") << "not even to its owner's pages";
  owner().run(end_sessions, reader);
  EXPECT_EQ(as(reader, see_devices).front(), 0);
}

TEST(Policies, E08_TheAddressOfAnAgendaIsItsOwnersAlone) {
  const auto reader = member("Ida", "Essai");
  owner().run(put_feed, reader);
  expect_seen_by("addresses of agendas", {}, [&](MemberId viewer) {
    return as(viewer, see_feeds).front() > 0 || run_as(viewer, remove_feeds) > 0;
  });
  EXPECT_EQ(as(reader, see_feeds).front(), 1);
  EXPECT_EQ(refusal_of([&] { run_as(circles().people["secretary"], feed_for, circles().subjects["circle"]); }),
            "42501");
}

TEST(Policies, A13_WhomOneInvitedIsOnesOwnToKnow) {
  const auto inviter = circles().subjects["everyone"];
  owner().run(put_friend, inviter);
  expect_seen_by("friends invited", {}, [&](MemberId viewer) { return as(viewer, see_friends).front() > 0; });
  EXPECT_EQ(as(inviter, see_friends).front(), 1);
}

TEST(Policies, C03_WhatSomebodySaysIsSeenByWhoeverSeesThem) {
  for (const auto& [visibility, names] :
       std::map<std::string, std::vector<std::string>>{{"everyone", everybody},
                                                       {"circle", {"coopain", "insider", "secretary", "zone manager"}},
                                                       {"secretary", {"secretary"}}}) {
    const auto said = owner().one(put_status, circles().subjects[visibility]);
    expect_seen_by("status of one visible to " + visibility, names,
                   [&](MemberId viewer) { return !as(viewer, see_status, said).empty(); });
  }
}

const pg::Statement<std::int64_t()> see_versions{"test.see_versions", "select count(*) from text_versions('charte')"};
const pg::Statement<std::optional<std::int64_t>()> publish_charter{
    "test.publish_charter", "select publish_text('charte', 0, 'Nouvelle', 'Tout.', true)"};

TEST(Policies, P05_OnlyCoopilotesWriteTheCharter) {
  for (const auto& [name, id] : circles().people) {
    const std::string expected = name == "coopilote" ? "" : "CP403";
    EXPECT_EQ(refusal_of([&] { as(id, see_versions); }), expected) << name;
    EXPECT_EQ(refusal_of([&] { as(id, publish_charter); }), expected) << name;
  }
}

const pg::Statement<std::int64_t()> closed_tables[] = {
    {"test.see_account", "select count(*) from account"},
    {"test.see_email_change", "select count(*) from email_change"},
    {"test.see_friend_refusal", "select count(*) from friend_refusal"},
    {"test.see_totp", "select count(*) from totp"},
    {"test.see_passkey", "select count(*) from passkey"},
    {"test.see_recovery_code", "select count(*) from recovery_code"},
    {"test.see_sign_in_step", "select count(*) from sign_in_step"}};

TEST(Policies, A07_WhatSignsInIsReachedByFunctionsAlone) {
  for (const auto& [name, id] : circles().people)
    for (const auto& table : closed_tables)
      EXPECT_EQ(refusal_of([&] { as(id, table); }), "42501") << name << " × " << table.name();
}

}  // namespace
