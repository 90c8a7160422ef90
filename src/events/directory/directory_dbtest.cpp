// «Tous les événements» sees past the policies (db/policies/53_event_directory.sql): list, count and map must hold the
// same, and no more than the policies would show.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "events/directory/asked.hpp"
#include "events/directory/found.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using namespace events;
using Text = std::string;
using Ids = std::set<EventId>;

const Text besancon = "25056", dijon = "21231";  // 75 km apart

const pg::Statement<void(EventId, Text, Text, double)> put{"scene.directory.put", R"(
  update event set address = '1 rue de la Paix', postcode = $3, city = c.name, latitude = c.latitude + $4, longitude = c.longitude from commune c where event.id = $1 and c.code = $2)"};
const pg::Statement<void(EventId)> put_online{
    "scene.directory.online", "update event set address = '', online_url = 'https://visio.exemple.test' where id = $1"};
const pg::Statement<void(EventId, std::int32_t, std::int32_t)> put_off{
    "scene.directory.put_off",
    "update event set starts_at = now() + make_interval(hours => $2), ends_at = now() + make_interval(hours => $3) "
    "where id = $1"};
struct EventsDirectory : testing::Test {
  const SpaceId place = federation(), home = section(place), elsewhere = section(place);
  MemberId viewer = member();
  const MemberId stranger = member();
  // No other test's events have it in their titles.
  const Text word = "amaranthezinzoline" + std::to_string(viewer.number());

  EventsDirectory() { join(viewer, home); }

  EventId at(const Text& commune, EventDraft draft = {.is_public = true}, double aside = 0) {
    draft.title = word;
    const auto id = event(stranger, draft);
    owner().run(put, id, commune, commune == besancon ? "25000" : "21000", aside);
    return id;
  }
  [[nodiscard]] Text words(Asked asked = {}) const {
    if (asked.words.empty()) asked.words = word;
    return condition(asked, std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  }
  [[nodiscard]] Ids listed(const Asked& asked = {}) const {
    Ids ids;
    for (const auto& card : as(viewer, directory_cards, words(asked), 0)) ids.insert(card.id);
    return ids;
  }
  [[nodiscard]] Tally counted(const Asked& asked = {}) const {
    return as(viewer, directory_tally, words(asked)).front();
  }
  [[nodiscard]] std::int32_t on_map(const Asked& asked, int z, int x, int y) const {
    std::map<std::int64_t, std::int32_t> squares;
    for (const auto& standing : as(viewer, directory_tile_standing, words(asked), z, x, y))
      squares[standing.square] = standing.events;
    std::int32_t sum = 0;
    for (const auto& [square, events] : squares) sum += events;
    return sum;
  }
};

TEST_F(EventsDirectory, E09_ListCountAndMapHoldTheSameAndNoMoreThanThePoliciesShow) {
  const auto open = at(besancon), of_section = at(besancon, {.spaces = {home}}, 0.01),
             of_federation = at(dijon, {.spaces = {place}});
  const auto invited = at(dijon, {.state = "published"}, 0.02), online = at(besancon);
  invite(invited, viewer);
  owner().run(put_online, online);
  at(besancon, {.spaces = {elsewhere}});
  at(besancon, {.state = "draft", .spaces = {home}});
  at(besancon, {.state = "cancelled", .is_public = true});
  const auto over = at(besancon);
  owner().run(put_off, over, -5, -3);

  EXPECT_EQ(listed(), (Ids{open, of_section, of_federation, invited, online}));
  const auto tally = counted();
  EXPECT_EQ(tally.events, 5);
  EXPECT_EQ(tally.placed, 4);
  EXPECT_EQ(on_map({}, 0, 0, 0), 4);
  // Whatever one comes nearer to, each event stands in one tile and no other.
  std::int32_t below = 0;
  for (const int x : {0, 1})
    for (const int y : {0, 1}) below += on_map({}, 1, x, y);
  EXPECT_EQ(below, 4);
  viewer = member();  // of nowhere
  EXPECT_EQ(listed(), (Ids{open, online}));
  EXPECT_EQ(counted().events, 2);
  EXPECT_EQ(on_map({}, 0, 0, 0), 1);
}

TEST_F(EventsDirectory, E09_DatesKindCircleAndDistanceNarrowAllThree) {
  const auto near_by = at(besancon, {.kind = "meeting", .is_public = true}), far = at(dijon, {.spaces = {home}}, 0.001);
  const auto later = at(besancon);
  owner().run(put_off, later, 24 * 50, 24 * 50 + 2);
  const auto going_on = at(dijon);
  owner().run(put_off, going_on, -24 * 3, 24);
  const auto expect = [&](const Asked& asked, const Ids& ids) {
    EXPECT_EQ(listed(asked), ids);
    EXPECT_EQ(counted(asked).events, std::ssize(ids));
    EXPECT_EQ(on_map(asked, 0, 0, 0), std::ssize(ids));
  };
  expect({}, {near_by, far, later, going_on});
  expect({.when = When::month}, {near_by, far, going_on});
  expect({.when = When::today}, {going_on});
  expect({.kind = "meeting"}, {near_by});
  expect({.kind = "reunions"}, {near_by});
  expect({.kind = "missions"}, {far, later, going_on});
  expect({.circle = "section"}, {far});
  expect({.kilometres = 50, .commune = besancon}, {near_by, later});
  expect({.kilometres = 50, .commune = "99999"}, {});  // from nobody knows where
}

TEST_F(EventsDirectory, E09_WordsAreFoundInTitleAndTownWithoutAccentsAndWithTypingErrorsWhenNothingHasThemExactly) {
  const auto one = at(besancon);
  EXPECT_EQ(listed({.words = word + " besancon"}), Ids{one});
  auto mistyped = word;
  std::swap(mistyped[2], mistyped[3]);
  EXPECT_TRUE(listed({.words = mistyped}).contains(one));
  // A filter that leaves no exact match does not bring near ones.
  EXPECT_TRUE(listed({.words = word, .kind = "phone_bank"}).empty());
  EXPECT_TRUE(listed({.words = "%"}).empty());
}

// Otherwise a guessed number would tell when a hidden event takes place.
TEST_F(EventsDirectory, E09_APageAfterAnEventThatOneMayNotSeeIsEmpty) {
  const auto hidden = at(besancon, {.spaces = {elsewhere}}), open = at(besancon);
  owner().run(put_off, hidden, 1, 3);
  ASSERT_EQ(listed(), Ids{open});
  EXPECT_TRUE(as(viewer, directory_cards, words(), hidden.number()).empty());
  EXPECT_TRUE(as(viewer, directory_cards, words(), open.number()).empty());
}

TEST_F(EventsDirectory, E09_AFlatMeetingStandsInTheMiddleOfItsCommuneHoweverNearOneComes) {
  at(besancon, {.kind = "flat_meeting", .is_public = true}, 0.03);
  at(besancon, {.is_public = true}, 0.0);
  const auto standing = as(viewer, directory_tile_standing, words(), 0, 0, 0);
  ASSERT_EQ(standing.size(), 2U);  // both told apart, since they stand at one point
  EXPECT_EQ(standing[0].latitude, standing[1].latitude);
}

}  // namespace
