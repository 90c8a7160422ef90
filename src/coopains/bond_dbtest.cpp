// Requests and bonds against the database (db/policies/25_coopains.sql).

#include <gtest/gtest.h>

#include <barrier>
#include <thread>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;

const pg::Statement<Text(MemberId)> ask{"test.coopains.ask", "select coopain_ask($1)"};
const pg::Statement<bool(MemberId, bool)> settle{"test.coopains.settle", "select coopain_settle($1, $2)"};
const pg::Statement<void(std::vector<MemberId>)> part{"test.coopains.part", "select coopain_remove($1)"};
const pg::Statement<std::int64_t(MemberId, MemberId)> bonds{
    "scene.coopains.bonds", "select count(*) from bond where (member_id, coopain_id) in (($1, $2), ($2, $1))"};
const pg::Statement<std::int64_t(MemberId, MemberId)> requests{
    "scene.coopains.requests", "select count(*) from bond_request where (from_id, to_id) in (($1, $2), ($2, $1))"};
const pg::Statement<std::int64_t(MemberId)> seen_requests{"test.coopains.seen",
                                                          "select count(*) from bond_request where to_id = $1"};

struct Coopains : testing::Test {
  const MemberId anna = member("Anna"), malik = member("Malik"), other = member("Théo");
};

// Both ask at the same moment, over two connections: whoever comes second finds the other's request.
TEST_F(Coopains, B05_CrossingRequestsMakeOneBond) {
  pg::Connection one(app_url(), "test one"), two(app_url(), "test two");
  for (int round = 0; round < 20; ++round) {
    const auto a = member(), b = member();
    std::barrier start(2);
    const auto asks = [&start](pg::Connection& connection, MemberId who, MemberId whom) {
      pg::Batch batch;
      become(batch, who);
      batch.one(ask, whom);
      start.arrive_and_wait();
      connection.send(batch);
    };
    std::thread first(asks, std::ref(one), a, b);
    asks(two, b, a);
    first.join();
    ASSERT_EQ(owner().one(bonds, a, b), 2) << "one bond is two rows; round " << round;
    ASSERT_EQ(owner().one(requests, a, b), 0);
  }
}

TEST_F(Coopains, B05_ARequestIsSettledByWhoWasAskedAlone) {
  EXPECT_EQ(as(anna, ask, malik).front(), "asked");
  EXPECT_EQ(as(anna, ask, malik).front(), "asked") << "asking twice is asking once";
  EXPECT_FALSE(as(anna, settle, malik, true).front());
  EXPECT_FALSE(as(other, settle, anna, true).front());
  EXPECT_EQ(as(other, seen_requests, malik).front(), 0) << "nobody else knows";
  EXPECT_TRUE(as(malik, settle, anna, true).front());
  EXPECT_FALSE(as(malik, settle, anna, true).front()) << "once";
  EXPECT_EQ(owner().one(bonds, anna, malik), 2);
  EXPECT_EQ(as(anna, ask, malik).front(), "already");
}

TEST_F(Coopains, B05_ARefusalLeavesNothing) {
  as(anna, ask, malik);
  EXPECT_TRUE(as(malik, settle, anna, false).front());
  EXPECT_EQ(owner().one(bonds, anna, malik), 0);
  EXPECT_EQ(owner().one(requests, anna, malik), 0);
  EXPECT_EQ(as(anna, ask, anna).front(), "nothing") << "nobody is their own coopain";
}

TEST_F(Coopains, B06_PartingEndsBothSidesAndNoOtherBond) {
  testing_db::bond(anna, malik);
  testing_db::bond(anna, other);
  testing_db::bond(malik, other);
  run_as(anna, part, std::vector<MemberId>{malik});
  EXPECT_EQ(owner().one(bonds, anna, malik), 0);
  EXPECT_EQ(owner().one(bonds, anna, other), 2);
  EXPECT_EQ(owner().one(bonds, malik, other), 2);
}

}  // namespace
