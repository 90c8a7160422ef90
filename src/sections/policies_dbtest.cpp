// Who may see and change what a section's office holds, held against the database itself: each kind of person × each
// thing.

#include <gtest/gtest.h>

#include "testing/circles.hpp"

namespace {

using namespace testing_db;

const pg::Statement<MemberId(MemberId)> see_asker{"test.see_asker", "select id from member where id = $1"};
const pg::Statement<std::int64_t(SpaceId)> see_register{"test.see_register",
                                                        "select count(*) from register_entry where section_id = $1"};
const pg::Statement<void(SpaceId, MemberId)> put_undoable{"scene.test.undoable", R"(
  with import as (insert into register_import (section_id, member_id, file_name, state) values ($1, $2, 'a.csv', 'done') returning id),
  entry as (insert into register_entry (section_id, first_name, last_name) values ($1, 'Lou', 'Avant') returning id),
  undo as (insert into register_undo (import_id, entry_id, before) select import.id, entry.id, '{}' from import, entry),
  matching as (insert into register_matching (section_id, titles, columns, skip) values ($1, 'x', '{}', 1))
  insert into section_act (section_id) values ($1))"};
const pg::Statement<std::int64_t(SpaceId)> see_undoable{"test.see_undoable", R"(
  select (select count(*) from register_undo) + (select count(*) from register_matching where section_id = $1) + (select count(*) from section_act where section_id = $1))"};
const pg::Statement<std::int64_t(SpaceId)> see_lists{"test.see_lists",
                                                     "select count(*) from section_list where section_id = $1"};
const pg::Statement<std::int64_t()> see_list_members{"test.see_list_members",
                                                     "select count(*) from section_list_member"};
const pg::Statement<void(SpaceId, pg::Bytes)> set_picture{"test.set_picture",
                                                          "select section_set_picture($1, $2, 'image/webp', 1, 1)"};
const pg::Statement<void(SpaceId)> remove_picture{"test.remove_picture",
                                                  "update section_profile set picture_id = null where space_id = $1"};
const pg::Statement<void(SpaceId)> remove_profile{"scene.test.remove_profile",
                                                  "delete from section_profile where space_id = $1"};
const pg::Statement<std::string(pg::Bytes)> see_picture{
    "test.see_picture", "select encode(content, 'escape') from picture where digest = sha256($1)"};
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

TEST(SectionPolicies, S05_TheRegisterIsTheSecretarysAlone) {
  expect_seen_by("register", {"secretary"},
                 [&](MemberId viewer) { return as(viewer, see_register, circles().home).front() > 0; });
}

TEST(SectionPolicies, X04_TheWelcomeLetterAndWhomItMeetsAreTheSecretarysAlone) {
  const auto home = circles().home;
  EXPECT_EQ(as(circles().people["secretary"], write_welcome, home).front(), 1);
  join(member(), home);
  expect_seen_by("welcome letter", {"secretary"},
                 [&](MemberId viewer) { return as(viewer, see_welcome, home).front() > 0; });
  expect_seen_by("newcomers", {"secretary"},
                 [&](MemberId viewer) { return as(viewer, see_newcomers, home).front() > 0; });
  expect_seen_by("change of the letter", {"secretary"},
                 [&](MemberId viewer) { return refusal_of([&] { as(viewer, write_welcome, home); }).empty(); });
}

TEST(SectionPolicies, S04_WhoAsksToJoinIsTheSectionsSecretariesToKnow) {
  const auto asker = member("Ada", "Demande", "secretary");
  owner().run(put_request, circles().home, asker);
  expect_seen_by("requests", {"secretary"},
                 [&](MemberId viewer) { return as(viewer, see_requests, circles().home).front() > 0; });
  expect_seen_by("who asks", {"secretary"}, [&](MemberId viewer) { return !as(viewer, see_asker, asker).empty(); });
  EXPECT_EQ(as(asker, see_requests, circles().home).front(), 1);
  EXPECT_EQ(refusal_of([&] { run_as(asker, put_request, circles().elsewhere, asker); }), "42501")
      << "by functions alone";
}

TEST(SectionPolicies, S07_S08_WhatCanBeUndoneIsTheSecretarysToKnow) {
  owner().run(put_undoable, circles().home, circles().people["secretary"]);
  expect_seen_by("what an import changed, matchings, acts", {"secretary"}, [&](MemberId viewer) {
    const auto seen = as(viewer, see_undoable, circles().home).front();
    EXPECT_TRUE(seen == 0 || seen == 3);
    return seen == 3;
  });
}

TEST(SectionPolicies, S09_AZonesManagerNeverSeesWhoIsInIt) {
  expect_seen_by("zone", {"secretary", "zone manager"},
                 [&](MemberId viewer) { return as(viewer, see_lists, circles().home).front() > 0; });
  expect_seen_by("who is in the zone", {"secretary"},
                 [&](MemberId viewer) { return as(viewer, see_list_members).front() > 0; });
}

bool sees(const char* who, const char* content) {
  return !as(circles().people[who], see_picture, pg::Bytes{content}).empty();
}

TEST(SectionPolicies, S02_ASectionsPictureIsItsSecretarysToChangeAndEverybodysToSee) {
  for (const auto& [name, id] : circles().people)
    if (name != "secretary") run_as(id, set_picture, circles().home, pg::Bytes{"theirs"});
  EXPECT_FALSE(sees("secretary", "theirs"));
  run_as(circles().people["secretary"], set_picture, circles().home, pg::Bytes{"ours"});
  expect_seen_by("picture", everybody,
                 [](MemberId viewer) { return !as(viewer, see_picture, pg::Bytes{"ours"}).empty(); });
  for (const auto& [name, id] : circles().people)
    if (name != "secretary") run_as(id, remove_picture, circles().home);
  EXPECT_TRUE(sees("secretary", "ours"));
  EXPECT_EQ(refusal_of([] { run_as(circles().people["secretary"], put_picture); }), "42501") << "only by the function";
  pg::Batch batch;
  become(batch, std::nullopt);
  const auto found = batch.all(see_picture, pg::Bytes{"ours"});
  app().send(batch);
  EXPECT_TRUE(found->empty()) << "nobody else sees it";
}

TEST(SectionPolicies, S02_APictureGoesWithItsPlace) {
  const auto home = section(circles().federation);
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

}  // namespace
