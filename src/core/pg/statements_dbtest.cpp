// Every statement of the program is prepared against the real schema, and its columns and parameters are held against
// the C++ types beside it.

#include <gtest/gtest.h>

#include <algorithm>

#include "core/pg/statement.hpp"
#include "testing/scene.hpp"

namespace {

constexpr pg::Oid void_type = 2278;

testing::AssertionResult fits(const std::vector<pg::Slot>& expected, const std::vector<pg::Oid>& found,
                              const char* what) {
  if (expected.size() != found.size())
    return testing::AssertionFailure() << expected.size() << ' ' << what << " in C++, " << found.size() << " in SQL";
  for (size_t i = 0; i < expected.size(); ++i)
    if (std::find(expected[i].types.begin(), expected[i].types.end(), found[i]) == expected[i].types.end())
      return testing::AssertionFailure() << what << ' ' << i + 1 << " has type " << found[i]
                                         << " (see pg_type), the C++ type takes " << expected[i].types[0];
  return testing::AssertionSuccess();
}

TEST(Statements, EachOnePreparesAndItsTypesFit) {
  ASSERT_FALSE(pg::AnyStatement::all().empty());
  for (const auto* statement : pg::AnyStatement::all()) {
    SCOPED_TRACE(statement->name());
    const std::string_view name = statement->name();
    const bool of_the_owner = name.starts_with("owner.") || name.starts_with("scene.");
    const bool of_the_jobs = name.starts_with("jobs.") || name.starts_with("mail.");
    auto& connection = of_the_owner ? testing_db::owner() : of_the_jobs ? testing_db::jobs() : testing_db::app();
    try {
      const auto description = connection.describe(*statement);
      EXPECT_TRUE(fits(statement->parameters(), description.parameters, "parameters"));
      const auto columns = statement->columns();
      const bool nothing_wanted =
          columns.empty() && (description.columns.empty() || description.columns.front() == void_type);
      if (!nothing_wanted) {
        EXPECT_TRUE(fits(columns, description.columns, "columns"));
      }
    } catch (const pg::Error& error) {
      ADD_FAILURE() << error.what();
    }
  }
}

TEST(Statements, NamesAreUnique) {
  std::vector<std::string_view> names;
  for (const auto* statement : pg::AnyStatement::all()) names.emplace_back(statement->name());
  std::sort(names.begin(), names.end());
  const auto twice = std::adjacent_find(names.begin(), names.end());
  EXPECT_EQ(twice, names.end()) << (twice == names.end() ? "" : *twice);
}

}  // namespace
