// The function that finds what is to come (db/policies/52_event_lists.sql) sees past the policies: it must yield no
// more than they would.

#include <gtest/gtest.h>

#include <algorithm>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Events = std::vector<EventId>;

const pg::Statement<EventId(std::string, std::string, std::string, std::int64_t)> to_come{
    "test.to_come", "select events_to_come($1, $2, $3, $4, 1000)"};
const pg::Statement<void(EventId, std::int32_t)> put_off{
    "scene.to_come.put_off",
    "update event set starts_at = starts_at + make_interval(hours => $2), ends_at = ends_at + make_interval(hours => "
    "$2) where id = $1"};

struct EventsToCome : testing::Test {
  const SpaceId place = federation(), home = section(place), elsewhere = section(place);
  const MemberId viewer = member(), neighbour = member(), friend_far = member(), stranger = member();
  EventId own{}, of_section{}, of_federation{}, of_others{}, open{}, of_coopain{}, invited{}, answered{}, draft{};

  EventsToCome() {
    join(viewer, home);
    join(neighbour, home);
    bond(viewer, friend_far);
    own = event(viewer, {.title = "À moi"});
    of_section = event(neighbour, {.title = "De ma section", .spaces = {home}});
    of_federation = event(stranger, {.title = "De ma fédération", .kind = "meeting", .spaces = {place}});
    of_others = event(stranger, {.title = "D’une autre section", .spaces = {elsewhere}});
    open = event(stranger, {.title = "Ouvert à tous", .is_public = true});
    of_coopain = event(friend_far, {.title = "D’une coopaine", .is_public = true});
    invited = event(stranger, {.title = "J’y suis invitée"});
    invite(invited, viewer);
    answered = event(neighbour, {.title = "J’ai répondu", .spaces = {home}});
    invite(answered, viewer, "yes");
    draft = event(neighbour, {.title = "Brouillon", .state = "draft", .spaces = {home}});
  }

  // Of this scene alone: other tests leave events that are open to all.
  Events found(const std::string& scope, const std::string& circle = "all", const std::string& kind = "",
               std::int64_t after = 0) const {
    const Events scene{own, of_section, of_federation, of_others, open, of_coopain, invited, answered, draft};
    auto rows = as(viewer, to_come, scope, circle, kind, after);
    std::erase_if(rows, [&](EventId id) { return std::find(scene.begin(), scene.end(), id) == scene.end(); });
    return rows;
  }
};

TEST_F(EventsToCome, E09_AreThoseThatThePoliciesShow) {
  EXPECT_EQ(found("visible"), (Events{own, of_section, of_federation, open, of_coopain, invited, answered}));
  EXPECT_TRUE(as(MemberId(999'999'999), to_come, "visible", "section", "", 0).empty());
}

TEST_F(EventsToCome, C01_OfMyNetworkAreThoseOfMySpacesCoopainsAndInvitationsThatWaitForAnAnswer) {
  EXPECT_EQ(found("network"), (Events{of_section, of_federation, of_coopain, invited}));
}

TEST_F(EventsToCome, C01_E09_ACircleAndAKindNarrowThem) {
  EXPECT_EQ(found("visible", "section"), (Events{of_section, answered}));
  EXPECT_EQ(found("network", "party"), Events{of_federation});
  EXPECT_EQ(found("visible", "all", "meeting"), Events{of_federation});
}

// Otherwise a guessed number would tell when a hidden event takes place.
TEST_F(EventsToCome, E09_APageAfterAnEventThatOneMayNotSeeIsEmpty) {
  owner().run(put_off, of_federation, 1);
  EXPECT_EQ(found("visible", "all", "", of_section.number()),
            (Events{open, of_coopain, invited, answered, of_federation}));
  EXPECT_TRUE(found("visible", "all", "", of_others.number()).empty());
}

}  // namespace
