// E06: whom a guest may tell of an event.

#include <gtest/gtest.h>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Members = std::vector<MemberId>;

const pg::Statement<MemberId(EventId)> circle{"test.share.circle", "select event_share_circle($1, null)"};
const pg::Statement<bool(EventId, Members)> share{"test.share.share", "select event_share($1, $2)"};
const pg::Statement<MemberId(EventId)> guests{
    "scene.share.guests", "select member_id from event_guest where event_id = $1 and invited_by is not null"};

TEST(EventShare, E06_CoopainsWhomTheEventIsForAlreadyAndNobodyElse) {
  const auto home = section(federation());
  const auto maker = member("Rose", "Amiel"), me = member("Inès", "Carrel"), inside = member("Malo", "Brun"),
             outside = member("Zoé", "Tardif"), stranger = member("Nour", "Haddad");
  for (const auto one : {maker, me, inside}) join(one, home);
  for (const auto one : {maker, inside, outside}) bond(me, one);
  const auto open = event(maker, {.is_public = true}), ours = event(maker, {.spaces = {home}}), closed = event(maker);
  invite(closed, me);
  invite(closed, inside);

  EXPECT_EQ(as(me, circle, open).size(), 2U) << "not whoever made it";
  EXPECT_EQ(as(me, circle, ours), Members{inside});
  EXPECT_TRUE(as(me, circle, closed).empty()) << "and nothing tells that one of them is invited";
  EXPECT_EQ(refusal_of([&] { as(outside, share, ours, Members{me}); }), "CP404") << "like what never was";
  EXPECT_EQ(as(me, share, closed, Members{outside}), std::vector<bool>{false});
  EXPECT_EQ(as(me, share, ours, Members{inside, outside, stranger}), std::vector<bool>{true});
  EXPECT_EQ(owner().all(guests, ours), Members{inside});
  EXPECT_EQ(owner().all(guests, closed).size(), 0U);
}

}  // namespace
