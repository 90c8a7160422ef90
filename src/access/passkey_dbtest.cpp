// What sign_in_by_passkey() promises (db/policies/66_second_factor.sql).

#include <gtest/gtest.h>

#include "core/crypto.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using pg::Bytes;

const pg::Statement<std::int64_t(MemberId)> make_passkey{"scene.passkey.make", R"(
  insert into passkey (member_id, credential_id, algorithm, public_key, sign_count, name) values ($1, gen_random_uuid()::text::bytea, -8, 'key', 0, 'Firefox')
  returning id)"};
const pg::Statement<std::int64_t(MemberId)> sessions{"scene.passkey.sessions",
                                                     "select count(*) from session where member_id = $1"};
const pg::Statement<bool(std::int64_t, pg::Time, Bytes)> sign_in{
    "test.passkey.sign_in", "select sign_in_by_passkey($1, $2, 0, $3, null, 'Firefox sur Android')"};

bool enters(std::int64_t key, pg::Time challenged_at) {
  pg::Batch batch;
  become(batch, std::nullopt);
  const auto opened = batch.one(sign_in, key, challenged_at, Bytes{crypto::random_bytes(32)});
  app().send(batch);
  return *opened;
}

TEST(PasskeyAlone, A07_AChallengeOpensOnceAndNoneMadeBeforeTheLatestUse) {
  using std::chrono::seconds;
  const auto anna = member("Anna");
  const auto key = owner().one(make_passkey, anna);
  const auto now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
  EXPECT_TRUE(enters(key, now - seconds(2)));
  EXPECT_FALSE(enters(key, now - seconds(2))) << "the same again";
  EXPECT_FALSE(enters(key, now - seconds(1))) << "made before the latest use";
  EXPECT_EQ(owner().one(sessions, anna), 1);
  EXPECT_TRUE(enters(key, now + seconds(60)));
  EXPECT_FALSE(enters(key, now + seconds(60))) << "whichever clock runs ahead";
  EXPECT_FALSE(enters(key + 1000, now + seconds(90))) << "no such key";
  EXPECT_EQ(owner().one(sessions, anna), 2);
}

}  // namespace
