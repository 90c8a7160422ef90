// Who may see what, held against the database itself: each kind of person × each circle of content. One scene for all
// tests of this file.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;

const pg::Statement<MemberId(MemberId)> see_member{"test.see_member", "select id from member where id = $1"};
const pg::Statement<EventId(EventId)> see_event{"test.see_event", "select id from event where id = $1"};
const pg::Statement<MemberId(EventId)> see_guests{"test.see_guests",
                                                  "select member_id from event_guest where event_id = $1"};
const pg::Statement<std::int64_t(SpaceId)> see_register{"test.see_register",
                                                        "select count(*) from register_entry where section_id = $1"};
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
const pg::Statement<std::int64_t(SpaceId)> see_lists{"test.see_lists",
                                                     "select count(*) from section_list where section_id = $1"};
const pg::Statement<std::int64_t()> see_list_members{"test.see_list_members",
                                                     "select count(*) from section_list_member"};
const pg::Statement<void(SpaceId)> put_register{
    "scene.test.register",
    "insert into register_entry (section_id, first_name, last_name) values ($1, 'Rose', 'Amiel')"};
const pg::Statement<void(MemberId)> put_contact{
    "scene.test.contact", "insert into member_contact (member_id, phone) values ($1, '+33612345678')"};
const pg::Statement<void(SpaceId, MemberId, MemberId)> put_zone{"scene.test.zone", R"(
  with zone as (insert into section_list (section_id, kind, name, manager_id) values ($1, 'zone', 'Centre', $2) returning id)
  insert into section_list_member (list_id, member_id) select id, $3 from zone)"};
const pg::Statement<void(SpaceId, pg::Bytes)> set_picture{"test.set_picture",
                                                          "select section_set_picture($1, $2, 'image/webp', 1, 1)"};
const pg::Statement<void(SpaceId)> remove_picture{"test.remove_picture",
                                                  "update section_profile set picture_id = null where space_id = $1"};
const pg::Statement<void(SpaceId)> remove_profile{"scene.test.remove_profile",
                                                  "delete from section_profile where space_id = $1"};
const pg::Statement<std::string(pg::Bytes)> see_picture{
    "test.see_picture", "select encode(content, 'escape') from picture where digest = sha256($1)"};
const pg::Statement<ActivityId(MemberId)> put_status{
    "scene.test.status", "insert into activity (kind, member_id, body) values ('status', $1, 'Bonjour') returning id"};
const pg::Statement<ActivityId(ActivityId)> see_status{"test.see_status", "select id from activity where id = $1"};
const pg::Statement<void()> put_picture{
    "test.put_picture", "insert into picture (content, media_type, width, height) values ('x', 'image/webp', 1, 1)"};

const pg::Statement<std::int64_t(SpaceId)> write_welcome{"test.write_welcome", R"(
  with saved as (
    insert into welcome_letter (section_id, body, active) values ($1, 'Bienvenue', true)
    on conflict (section_id) do update set body = excluded.body returning 1)
  select count(*) from saved)"};
const pg::Statement<std::int64_t(SpaceId)> see_welcome{"test.see_welcome",
                                                       "select count(*) from welcome_letter where section_id = $1"};
const pg::Statement<std::int64_t(SpaceId)> see_newcomers{"test.see_newcomers",
                                                         "select count(*) from newcomer where section_id = $1"};
const pg::Statement<void(SpaceId, MemberId)> put_request{
    "scene.test.request", "insert into section_request (section_id, member_id) values ($1, $2)"};
const pg::Statement<std::int64_t(SpaceId)> see_requests{"test.see_requests",
                                                        "select count(*) from section_request where section_id = $1"};

struct Scene {
  SpaceId federation = testing_db::federation(), home = section(federation), elsewhere = section(federation),
          far = section(testing_db::federation());
  std::map<std::string, MemberId> people;
  std::map<std::string, MemberId> subjects;  // by visibility
  std::map<std::string, EventId> events;

  Scene() {
    for (const char* name :
         {"stranger", "coopain", "insider", "secretary", "other secretary", "referent", "coopilote", "zone manager"})
      people[name] = member(name, "Essai");
    join(people["stranger"], far);
    join(people["coopain"], far);
    join(people["insider"], home);
    join(people["zone manager"], home);
    join(people["secretary"], home, "secretary");
    join(people["other secretary"], elsewhere, "secretary");
    join(people["referent"], federation, "referent");
    join(people["coopilote"], national(), "coopilote");
    for (const char* visibility : {"everyone", "circle", "secretary"}) {
      subjects[visibility] = member("Sujet", visibility, visibility);
      join(subjects[visibility], home);
      testing_db::bond(subjects[visibility], people["coopain"]);
      owner().run(put_contact, subjects[visibility]);
    }
    owner().run(put_register, home);
    owner().run(put_zone, home, people["zone manager"], subjects["secretary"]);
    const auto maker = subjects["everyone"];
    events["public"] = event(maker, {.is_public = true});
    events["section"] = event(maker, {.spaces = {home}});
    events["federation"] = event(maker, {.spaces = {federation}});
    events["draft"] = event(maker, {.state = "draft", .spaces = {home}});
    events["by invitation"] = event(maker);
    invite(events["by invitation"], people["coopain"]);
  }
};

Scene& scene() {
  static Scene one;
  return one;
}

// For each thing, who sees it; whoever is not named must not.
void expect_seen_by(const std::string& what, const std::vector<std::string>& names,
                    const std::function<bool(MemberId)>& sees) {
  for (const auto& [name, id] : scene().people) {
    const bool expected = std::find(names.begin(), names.end(), name) != names.end();
    EXPECT_EQ(sees(id), expected) << name << " × " << what;
  }
}

const std::vector<std::string> everybody{"stranger",        "coopain",  "insider",   "secretary",
                                         "other secretary", "referent", "coopilote", "zone manager"};

void expect_member(const std::string& visibility, const std::vector<std::string>& names) {
  expect_seen_by("member visible to " + visibility, names,
                 [&](MemberId viewer) { return !as(viewer, see_member, scene().subjects[visibility]).empty(); });
}

TEST(Policies, A09_PeopleAreSeenByTheCircleTheyChose) {
  expect_member("everyone", everybody);
  expect_member("circle", {"coopain", "insider", "secretary", "zone manager"});
  expect_member("secretary", {"secretary"});
}

TEST(Policies, A09_ASecretaryIsAlwaysPublic) {
  const auto hidden = member("Secrète", "Taire", "secretary");
  join(hidden, section(scene().federation), "secretary");
  EXPECT_FALSE(as(scene().people["stranger"], see_member, hidden).empty());
}

TEST(Policies, WithoutAViewerNothingIsSeen) {
  pg::Batch batch;
  become(batch, std::nullopt);
  const auto members = batch.all(see_member, scene().subjects["everyone"]);
  const auto events = batch.all(see_event, scene().events["public"]);
  app().send(batch);
  EXPECT_TRUE(members->empty());
  EXPECT_TRUE(events->empty());
}

void expect_event(const std::string& which, const std::vector<std::string>& names) {
  expect_seen_by(which + " event", names,
                 [&](MemberId viewer) { return !as(viewer, see_event, scene().events[which]).empty(); });
}

TEST(Policies, E03_EventsAreSeenByTheirSpaces) {
  expect_event("public", everybody);
  expect_event("section", {"insider", "secretary", "zone manager"});
  expect_event("federation", {"insider", "secretary", "zone manager", "other secretary", "referent"});
  expect_event("by invitation", {"coopain"});
  expect_event("draft", {});
}

TEST(Policies, E06_WhoHasNotAnsweredIsTheOrganisersToKnow) {
  const auto home = scene().home;
  const auto maker = scene().subjects["everyone"];
  const auto mission = event(maker, {.spaces = {home}});
  invite(mission, scene().subjects["circle"]);
  invite(mission, scene().people["secretary"], "yes");
  const auto count = [&](const char* who) { return as(scene().people[who], see_guests, mission).size(); };
  EXPECT_EQ(as(maker, see_guests, mission).size(), 2u);
  EXPECT_EQ(count("secretary"), 2u) << "runs the section where it is published";
  EXPECT_EQ(count("insider"), 1u) << "sees only who comes";
  EXPECT_EQ(count("stranger"), 0u);
}

TEST(Policies, S05_TheRegisterIsTheSecretarysAlone) {
  expect_seen_by("register", {"secretary"},
                 [&](MemberId viewer) { return as(viewer, see_register, scene().home).front() > 0; });
}

TEST(Policies, B01_ContactsAreNeverSeenByOthers) {
  expect_seen_by("contacts", {}, [&](MemberId viewer) { return as(viewer, see_contacts).front() > 0; });
  EXPECT_EQ(as(scene().subjects["everyone"], see_contacts).front(), 1);
}

TEST(Policies, A08_WhatOneWantsByMailIsOnesOwnToKnowAndToChoose) {
  const auto owner = scene().subjects["everyone"];
  run_as(owner, choose_mails);
  expect_seen_by("choices of mail", {}, [&](MemberId viewer) { return as(viewer, see_choices).front() > 0; });
  EXPECT_EQ(as(owner, see_choices).front(), 1);
  EXPECT_EQ(refusal_of([&] { run_as(scene().people["secretary"], choose_for, scene().subjects["circle"]); }), "42501");
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

TEST(Policies, A13_WhomOneInvitedIsOnesOwnToKnow) {
  const auto inviter = scene().subjects["everyone"];
  owner().run(put_friend, inviter);
  expect_seen_by("friends invited", {}, [&](MemberId viewer) { return as(viewer, see_friends).front() > 0; });
  EXPECT_EQ(as(inviter, see_friends).front(), 1);
}

TEST(Policies, X04_TheWelcomeLetterAndWhomItMeetsAreTheSecretarysAlone) {
  const auto home = scene().home;
  EXPECT_EQ(as(scene().people["secretary"], write_welcome, home).front(), 1);
  join(member(), home);
  expect_seen_by("welcome letter", {"secretary"},
                 [&](MemberId viewer) { return as(viewer, see_welcome, home).front() > 0; });
  expect_seen_by("newcomers", {"secretary"},
                 [&](MemberId viewer) { return as(viewer, see_newcomers, home).front() > 0; });
  expect_seen_by("change of the letter", {"secretary"},
                 [&](MemberId viewer) { return refusal_of([&] { as(viewer, write_welcome, home); }).empty(); });
}

TEST(Policies, S04_WhoAsksToJoinIsTheSectionsSecretariesToKnow) {
  const auto asker = member("Ada", "Demande", "secretary");
  owner().run(put_request, scene().home, asker);
  expect_seen_by("requests", {"secretary"},
                 [&](MemberId viewer) { return as(viewer, see_requests, scene().home).front() > 0; });
  expect_seen_by("who asks", {"secretary"}, [&](MemberId viewer) { return !as(viewer, see_member, asker).empty(); });
  EXPECT_EQ(as(asker, see_requests, scene().home).front(), 1);
  EXPECT_EQ(refusal_of([&] { run_as(asker, put_request, scene().elsewhere, asker); }), "42501") << "by functions alone";
}

TEST(Policies, S09_AZonesManagerNeverSeesWhoIsInIt) {
  expect_seen_by("zone", {"secretary", "zone manager"},
                 [&](MemberId viewer) { return as(viewer, see_lists, scene().home).front() > 0; });
  expect_seen_by("who is in the zone", {"secretary"},
                 [&](MemberId viewer) { return as(viewer, see_list_members).front() > 0; });
}

TEST(Policies, C03_WhatSomebodySaysIsSeenByWhoeverSeesThem) {
  for (const auto& [visibility, names] :
       std::map<std::string, std::vector<std::string>>{{"everyone", everybody},
                                                       {"circle", {"coopain", "insider", "secretary", "zone manager"}},
                                                       {"secretary", {"secretary"}}}) {
    const auto said = owner().one(put_status, scene().subjects[visibility]);
    expect_seen_by("status of one visible to " + visibility, names,
                   [&](MemberId viewer) { return !as(viewer, see_status, said).empty(); });
  }
}

bool sees(const char* who, const char* content) {
  return !as(scene().people[who], see_picture, pg::Bytes{content}).empty();
}

TEST(Policies, S02_ASectionsPictureIsItsSecretarysToChangeAndEverybodysToSee) {
  for (const auto& [name, id] : scene().people)
    if (name != "secretary") run_as(id, set_picture, scene().home, pg::Bytes{"theirs"});
  EXPECT_FALSE(sees("secretary", "theirs"));
  run_as(scene().people["secretary"], set_picture, scene().home, pg::Bytes{"ours"});
  expect_seen_by("picture", everybody,
                 [](MemberId viewer) { return !as(viewer, see_picture, pg::Bytes{"ours"}).empty(); });
  for (const auto& [name, id] : scene().people)
    if (name != "secretary") run_as(id, remove_picture, scene().home);
  EXPECT_TRUE(sees("secretary", "ours"));
  EXPECT_EQ(refusal_of([] { run_as(scene().people["secretary"], put_picture); }), "42501") << "only by the function";
  pg::Batch batch;
  become(batch, std::nullopt);
  const auto found = batch.all(see_picture, pg::Bytes{"ours"});
  app().send(batch);
  EXPECT_TRUE(found->empty()) << "nobody else sees it";
}

TEST(Policies, S02_APictureGoesWithItsPlace) {
  const auto home = section(scene().federation);
  const auto secretary = member("Ada", "Image");
  join(secretary, home, "secretary");
  const auto kept = [](const char* content) { return !owner().all(see_picture, pg::Bytes{content}).empty(); };
  run_as(secretary, set_picture, home, pg::Bytes{"first"});
  EXPECT_TRUE(kept("first"));
  run_as(secretary, set_picture, home, pg::Bytes{"second"});
  EXPECT_FALSE(kept("first"));
  run_as(secretary, remove_picture, home);
  EXPECT_FALSE(kept("second"));
  run_as(secretary, set_picture, home, pg::Bytes{"third"});
  owner().run(remove_profile, home);
  EXPECT_FALSE(kept("third"));
}

const pg::Statement<std::int64_t()> see_versions{"test.see_versions", "select count(*) from text_versions('charte')"};
const pg::Statement<std::optional<std::int64_t>()> publish_charter{
    "test.publish_charter", "select publish_text('charte', 0, 'Nouvelle', 'Tout.', true)"};

TEST(Policies, P05_OnlyCoopilotesWriteTheCharter) {
  for (const auto& [name, id] : scene().people) {
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
  for (const auto& [name, id] : scene().people)
    for (const auto& table : closed_tables)
      EXPECT_EQ(refusal_of([&] { as(id, table); }), "42501") << name << " × " << table.name();
}

}  // namespace
