// X04: which events a section's week tells, and to whom.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

const pg::Statement<std::string(SpaceId, bool)> week{"test.week", R"(
  select e.title from section_week($1, now(), now() + interval '3 days', $2) as found (id) join event e on e.id = found.id)"};
const pg::Statement<void(EventId)> cancel{"scene.week.cancel", "update event set state = 'cancelled' where id = $1"};
const pg::Statement<void(EventId)> move{
    "scene.week.move",
    "update event set starts_at = starts_at + interval '9 days', ends_at = ends_at + interval '9 days' where id = $1"};

TEST(Week, X04_PublicEventsForTheWallAndTheSectionsOwnForItsMembers) {
  const auto above = federation();
  const auto home = section(above), elsewhere = section(above);
  const auto maker = member(), neighbour = member();
  join(maker, home);
  join(neighbour, elsewhere);
  event(maker, {.title = "publique", .spaces = {home}, .is_public = true});
  event(maker, {.title = "fermée", .spaces = {home}});
  event(maker, {.title = "de la fédération", .spaces = {above}});
  event(maker, {.title = "brouillon", .state = "draft", .spaces = {home}});
  event(maker, {.title = "sur invitation"});
  event(maker, {.title = "d’ailleurs", .spaces = {elsewhere}, .is_public = true});
  owner().run(cancel, event(maker, {.title = "annulée", .spaces = {home}, .is_public = true}));
  owner().run(move, event(maker, {.title = "reportée", .spaces = {home}, .is_public = true}));

  EXPECT_THAT(as(maker, week, home, false), ElementsAre("publique"));
  EXPECT_THAT(as(maker, week, home, true), UnorderedElementsAre("publique", "fermée", "de la fédération"));
  EXPECT_THAT(as(neighbour, week, home, true), UnorderedElementsAre("publique", "de la fédération"))
      << "the policies hold, whatever is asked for";
}

}  // namespace
