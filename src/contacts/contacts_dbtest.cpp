// Who is found by their address (db/policies/26_contacts.sql).

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using testing::ElementsAre;
using testing::IsEmpty;
using Text = std::string;
using Addresses = std::vector<Text>;

const pg::Statement<bool(std::int32_t)> count{"test.contacts.count", "select count_contacts($1)"};
const pg::Statement<MemberId(Addresses)> found{
    "test.contacts.found", "select m.id from contacts_found($1) f join member m on m.id = f.id order by f.place"};
const pg::Statement<void(bool)> choose{"test.contacts.choose",
                                       "update member set found_by_address = $1 where id = viewer_id()"};
const pg::Statement<void(MemberId, std::int32_t)> age{
    "scene.contacts.age",
    "update audit_entry set at = at - make_interval(hours => $2) where actor_id = $1 and act = 'contacts'"};

Text address(MemberId member) {
  return "membre" + std::to_string(member.number()) + "@example.org";
}

std::vector<MemberId> search(MemberId viewer, const Addresses& addresses, std::int32_t counted) {
  pg::Batch batch;
  become(batch, viewer);
  batch.run(count, counted);
  auto members = batch.all(found, addresses);
  app().send(batch);
  return members.take();
}
std::vector<MemberId> search(MemberId viewer, const Addresses& addresses) {
  return search(viewer, addresses, static_cast<std::int32_t>(addresses.size()));
}

struct Contacts : testing::Test {
  const SpaceId home = section(federation());
  const MemberId viewer = member("Anna");
};

TEST_F(Contacts, A14_OnlyWhomTheViewerMaySeeIsFoundAndWhoChoseSo) {
  const auto open = member("Malik"), circle = member("Nour", "Petit", "circle"),
             hidden = member("Théo", "Roy", "secretary"), unwilling = member("Zoé");
  run_as(unwilling, choose, false);
  const Addresses book{address(open),      address(circle), address(hidden),
                       address(unwilling), address(viewer), "personne@example.org"};
  EXPECT_THAT(search(viewer, book), ElementsAre(open));
  testing_db::bond(viewer, circle);
  testing_db::bond(viewer, unwilling);
  EXPECT_THAT(search(viewer, book), ElementsAre(open, circle)) << "already seen by the viewer";
  EXPECT_THAT(search(member(), {address(circle)}), IsEmpty());
  run_as(unwilling, choose, true);
  EXPECT_THAT(search(viewer, book), ElementsAre(open, circle, unwilling));
}

TEST_F(Contacts, A14_WhoIsSeenByTheirSecretaryAloneIsFoundByNobody) {
  const auto secretary = member("Inès"), hidden = member("Théo", "Roy", "secretary");
  join(secretary, home, "secretary");
  join(hidden, home);
  EXPECT_THAT(search(secretary, {address(hidden)}), IsEmpty());
  EXPECT_THAT(search(viewer, {address(secretary)}), ElementsAre(secretary));
}

TEST_F(Contacts, A14_NothingIsLookedUpThatWasNotCounted) {
  const auto open = member("Malik");
  EXPECT_THAT(as(viewer, found, Addresses{address(open)}), IsEmpty());
  EXPECT_THAT(search(viewer, {address(open), "b@example.org"}, 1), IsEmpty()) << "another number";
  EXPECT_THAT(as(viewer, found, Addresses{address(open)}), IsEmpty()) << "another transaction";
}

TEST_F(Contacts, A14_SoManyADayAndSoManyAMonth) {
  for (int day = 0; day < 3; ++day) {
    EXPECT_TRUE(as(viewer, count, 4999).front());
    EXPECT_FALSE(as(viewer, count, 2).front());
    EXPECT_TRUE(as(viewer, count, 1).front());
    owner().run(age, viewer, 25);
  }
  EXPECT_FALSE(as(viewer, count, 1).front());
  owner().run(age, viewer, 30 * 24);
  EXPECT_TRUE(as(viewer, count, 1).front());
}

}  // namespace
