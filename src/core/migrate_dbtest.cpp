// A migration and its record are one: whatever goes wrong, neither stays without the other.

#include "core/migrate.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "core/crypto.hpp"
#include "testing/scene.hpp"

namespace {

const pg::Statement<bool(std::string)> table_exists{
    "scene.migrate.table",
    "select exists (select from pg_tables where schemaname = 'coopol' and tablename::text = $1)"};
const pg::Statement<bool(std::string)> recorded{"scene.migrate.recorded",
                                                "select exists (select from coopol.migration where name = $1)"};
const pg::Statement<void(std::string)> forget{"scene.migrate.forget", "delete from coopol.migration where name = $1"};

class Migration : public testing::Test {
 protected:
  const std::string table_ = "essai_" + crypto::hex(crypto::random_bytes(6)), name_ = "9000_" + table_ + ".sql";

  void SetUp() override {
    for (const char* folder : {"migrations", "policies"}) std::filesystem::create_directories(folder_ / folder);
    for (const char* file : {"roles.sql", "extensions.sql"}) std::ofstream(folder_ / file) << "select 1;\n";
  }
  void TearDown() override {
    std::filesystem::remove_all(folder_);
    testing_db::owner().script("drop table if exists coopol." + table_);
    testing_db::owner().run(forget, name_);
  }

  void run(const std::string& rest) const {
    std::ofstream(folder_ / "migrations" / name_) << "create table " + table_ + " (id bigint);\n" + rest;
    pg::Connection connection(testing_db::owner_url(), "test migrate");
    migrate(connection, folder_, [](const std::string&) {});
  }
  [[nodiscard]] bool there() const { return testing_db::owner().one(table_exists, table_); }
  [[nodiscard]] bool known() const { return testing_db::owner().one(recorded, name_); }

 private:
  const std::filesystem::path folder_ = std::filesystem::temp_directory_path() / table_;
};

TEST_F(Migration, LeavesNothingWhenItsRecordingFails) {
  // Its name is taken by the time it is recorded.
  EXPECT_THROW(run("insert into migration (name, digest) values ('" + name_ + "', 'another');"), std::runtime_error);
  EXPECT_FALSE(there());
  EXPECT_FALSE(known());
}

TEST_F(Migration, LeavesNothingWhenItBreaksHalfway) {
  EXPECT_THROW(run("select 1 / 0;"), std::runtime_error);
  EXPECT_FALSE(there());
  EXPECT_FALSE(known());
}

TEST_F(Migration, CanBeRunAgainWhenItWasKilled) {
  EXPECT_THROW(run("reset role; select pg_terminate_backend(pg_backend_pid());"), std::runtime_error);
  EXPECT_FALSE(there());
  EXPECT_FALSE(known());
  run("");
  EXPECT_TRUE(there());
  EXPECT_TRUE(known());
  EXPECT_NO_THROW(run("")) << "once is enough";
}

}  // namespace
