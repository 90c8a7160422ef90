// What is near, as the functions of db/policies/53_near.sql find it: they see past the policies, and must yield no more
// than they would.

#include <gtest/gtest.h>

#include <algorithm>

#include "near/found.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;
using Events = std::vector<EventId>;
using Sections = std::vector<SpaceId>;

constexpr double km = 1000;                   // metres
constexpr std::int32_t many = 100, ten = 10;  // at most; and when there is nothing within

// Besançon, Dole (44 km away), Dijon (75), Saint-Denis and Saint-Pierre of La Réunion (51): all with coordinates.
const Text besancon = "25056", dole = "39198", dijon = "21231", saint_denis = "97411", saint_pierre = "97416";

const pg::Statement<void(EventId, Text)> put_event{"scene.near.event", R"(
  update event set address = '1 rue de la Paix', city = c.name, latitude = c.latitude, longitude = c.longitude from commune c where event.id = $1 and c.code = $2)"};
const pg::Statement<void(SpaceId, Text)> put_section{"scene.near.section", R"(
  insert into section_profile (space_id, postcode, city)
  select $1, (select min(postcode) from commune_postcode p where p.commune_code = c.code), c.name from commune c where c.code = $2
  on conflict (space_id) do update set (postcode, city) = (excluded.postcode, excluded.city))"};
const pg::Statement<void(MemberId, Text, Text)> put_member{"scene.near.member", R"(
  with contact as (insert into member_contact (member_id, postcode) values ($1, $2)) update member set city = $3 where id = $1)"};
const pg::Statement<void(EventId, Text, Text, double)> put_flat{"scene.near.flat", R"(
  update event set kind = 'flat_meeting', address = '3 rue Secrète', postcode = $2, city = $3, latitude = c.latitude + $4, longitude = c.longitude
    from commune c where c.code = '25056' and event.id = $1)"};
const pg::Statement<void(EventId)> put_online{
    "scene.near.online", "update event set address = '', online_url = 'https://visio.exemple.test' where id = $1"};
const pg::Statement<bool(EventId)> stands_anywhere{"scene.near.anywhere",
                                                   "select spot is not null from event where id = $1"};

const pg::Statement<void(EventId)> let_pass{
    "scene.near.let_pass",
    "update event set starts_at = now() - interval '3 days', ends_at = now() - interval '2 days' where id = $1"};
const pg::Statement<void(EventId)> put_off{
    "scene.near.put_off",
    "update event set starts_at = now() + interval '1 day', ends_at = now() + interval '2 days' where id = $1"};
const pg::Statement<void(EventId)> put_spot{"scene.near.put_spot",
                                            "update event set spot = commune_spot('25056') where id = $1"};
const pg::Statement<void()> forget{"jobs.near.test_forget", "select near_forget_past()"};

struct Near : testing::Test {
  const SpaceId place = federation(), home = section(place), elsewhere = section(place);
  const MemberId viewer = member(), stranger = member();
  Events scene;

  Near() { join(viewer, home); }

  EventId at(const Text& commune, const EventDraft& draft = {.is_public = true}) {
    scene.push_back(event(stranger, draft));
    owner().run(put_event, scene.back(), commune);
    return scene.back();
  }
  // Of this scene alone: other tests leave events that are open to all.
  [[nodiscard]] Events around(const Text& commune, double within, MemberId who) const {
    Events found;
    for (const auto& e : as(who, near::events_near, commune, within, many, ten))
      if (e.metres <= within && std::find(scene.begin(), scene.end(), e.id) != scene.end()) found.push_back(e.id);
    return found;
  }
  [[nodiscard]] Events around(const Text& commune, double within) const { return around(commune, within, viewer); }
};

TEST_F(Near, C07_EventsComeNearestFirstWithinTheDistance) {
  const auto far = at(dijon), here = at(besancon), middle = at(dole);
  EXPECT_EQ(around(besancon, 100 * km), (Events{here, middle, far}));
  EXPECT_EQ(around(besancon, 50 * km), (Events{here, middle}));
  EXPECT_EQ(around(besancon, 10 * km), Events{here});
  const auto found = as(viewer, near::events_near, besancon, 100 * km, many, ten);
  const auto dole_one = std::find_if(found.begin(), found.end(), [&](const near::Event& e) { return e.id == middle; });
  ASSERT_NE(dole_one, found.end());
  EXPECT_NEAR(dole_one->metres, 44 * km, 3 * km);
}

TEST_F(Near, C07_EventsOfOthersNeverShowNorCount) {
  const auto of_others = at(besancon, {.spaces = {elsewhere}});
  at(besancon, {.state = "draft", .spaces = {home}});
  at(besancon, {.state = "cancelled", .is_public = true});
  EXPECT_TRUE(around(besancon, 10 * km).empty());
  EXPECT_TRUE(around(besancon, 10 * km, MemberId(999'999'999)).empty());
  invite(of_others, viewer);
  EXPECT_EQ(around(besancon, 10 * km), Events{of_others});
  const auto own = at(besancon, {.spaces = {home}});
  EXPECT_EQ(around(besancon, 10 * km), (Events{of_others, own}));
}

TEST_F(Near, C07_OverseasADistanceIsADistance) {
  const auto north = at(saint_denis), south = at(saint_pierre);
  EXPECT_EQ(around(saint_denis, 10 * km), Events{north});
  EXPECT_EQ(around(saint_pierre, 100 * km), (Events{south, north}));
}

TEST_F(Near, C07_WhereThereIsNothingTheNearestAreFoundHoweverFar) {
  at(besancon);
  const auto found = as(viewer, near::events_near, Text("97502"), 50 * km, many, ten);  // Saint-Pierre-et-Miquelon
  ASSERT_FALSE(found.empty());
  EXPECT_LE(found.size(), 10U);
  EXPECT_TRUE(std::all_of(found.begin(), found.end(), [](const near::Event& e) { return e.metres > 50 * km; }));
}

TEST_F(Near, C07_AFlatMeetingStandsInTheMiddleOfItsCommuneAndWhatIsOnlineNowhere) {
  const auto flat = at(besancon), online = at(besancon);
  owner().run(put_flat, flat, "25000", "Besançon", 0.05);  // 5 km off
  owner().run(put_online, online);
  const auto found = as(viewer, near::events_near, besancon, 100 * km, many, ten);
  const auto one = std::find_if(found.begin(), found.end(), [&](const near::Event& e) { return e.id == flat; });
  ASSERT_NE(one, found.end());
  EXPECT_LT(one->metres, 1);
  EXPECT_FALSE(owner().one(stands_anywhere, online));
}

TEST_F(Near, C07_WhatIsOverLeavesTheMapAndComesBackWhenItIsPutOff) {
  const auto past = at(besancon);
  owner().run(let_pass, past);
  owner().run(put_spot, past);  // as if it had been there all the time
  ASSERT_TRUE(owner().one(stands_anywhere, past));
  jobs().run(forget);
  EXPECT_FALSE(owner().one(stands_anywhere, past));
  owner().run(put_off, past);
  EXPECT_EQ(around(besancon, 10 * km), Events{past});
}

TEST_F(Near, C07_SectionsStandInTheirCommune) {
  const auto far = section(place), near_by = section(place);
  owner().run(put_section, far, dijon);
  owner().run(put_section, near_by, besancon);
  const auto found = [&](const Text& commune, double within) {
    Sections ids;
    for (const auto& s : as(viewer, near::sections_near, commune, within, many, ten))
      if (s.metres <= within && (s.id == far || s.id == near_by)) ids.push_back(s.id);
    return ids;
  };
  EXPECT_EQ(found(besancon, 100 * km), (Sections{near_by, far}));
  EXPECT_EQ(found(besancon, 50 * km), Sections{near_by});
  owner().run(put_section, near_by, dijon);  // it moved
  EXPECT_TRUE(found(besancon, 50 * km).empty());
}

TEST_F(Near, C07_MyCommuneIsThatOfMyCoordinatesOrElseOfMySection) {
  const auto code = [&] {
    const auto found = as(viewer, near::origin, "");
    return found.empty() ? "" : found.front().code;
  };
  EXPECT_EQ(code(), "");
  owner().run(put_section, home, dole);
  EXPECT_EQ(code(), dole);
  owner().run(put_member, viewer, "97400", "St Denis");
  EXPECT_EQ(code(), saint_denis);
}

TEST_F(Near, C07_CommunesAreFoundByTheirFirstLettersOrTheirPostcode) {
  const auto first = [&](const Text& words) {
    const auto found = as(viewer, near::communes_named, words, 5);
    return found.empty() ? "" : found.front().name;
  };
  EXPECT_EQ(first("besanc"), "Besançon");
  EXPECT_EQ(first("st etienne"), "Saint-Étienne");
  EXPECT_EQ(first("97410"), "Saint-Pierre");
  EXPECT_EQ(first("%"), "");
}

}  // namespace
