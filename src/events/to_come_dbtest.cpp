// The function that finds what is to come in one's network (db/policies/52_event_lists.sql) sees past the policies: it
// must yield no more than they would.

#include <gtest/gtest.h>

#include <algorithm>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Events = std::vector<EventId>;

const pg::Statement<EventId(std::string)> to_come{"test.to_come", "select events_of_network($1, 1000)"};

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
  Events found(const std::string& circle) const {
    const Events scene{own, of_section, of_federation, of_others, open, of_coopain, invited, answered, draft};
    auto rows = as(viewer, to_come, circle);
    std::erase_if(rows, [&](EventId id) { return std::find(scene.begin(), scene.end(), id) == scene.end(); });
    return rows;
  }
};

TEST_F(EventsToCome, C01_OfMyNetworkAreThoseOfMySpacesCoopainsAndInvitationsThatWaitForAnAnswer) {
  EXPECT_EQ(found("all"), (Events{of_section, of_federation, of_coopain, invited}));
  EXPECT_EQ(found("party"), Events{of_federation});
  EXPECT_TRUE(as(MemberId(999'999'999), to_come, "section").empty());
}

}  // namespace
