// X09: dues come with a file, and the section's secretary alone reads them, with whoever holds its members.

#include <gtest/gtest.h>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;

const pg::Statement<void(SpaceId, MemberId, std::string)> keep{"scene.dues.keep", R"(
  with entry as (insert into register_entry (section_id, first_name, last_name, member_id) values ($1, 'Anna', 'Martin', $2) returning id)
  insert into register_dues (entry_id, dues) select id, $3 from entry)"};
const pg::Statement<std::int64_t(SpaceId)> told{"test.dues.told", "select count(*) from section_dues($1)"};
const pg::Statement<std::int64_t()> rows{"test.dues.rows", "select count(*) from register_dues"};
const pg::Statement<bool(EventId)> on_sheet{"test.dues.sheet", "select paid from event_dues($1)"};
const pg::Statement<bool(SpaceId, MemberId, std::string)> hand{"test.dues.hand",
                                                               "select section_delegate($1, $2, array[$3])"};

TEST(Dues, X09_AreTheSecretarysAndOfWhoeverHoldsTheMembers) {
  const auto home = section(federation());
  const auto secretary = member("Rose", "Amiel"), anna = member("Anna", "Martin"), helper = member("Théo", "Vasseur"),
             inviter = member("Nour", "Haddad"), other = member("Luc", "Ailleurs");
  join(secretary, home, "secretary");
  join(anna, home);
  join(helper, home, "bureau");
  join(inviter, home, "bureau");
  join(other, section(federation()), "secretary");
  as(secretary, hand, home, helper, "members");
  as(secretary, hand, home, inviter, "invitations");
  owner().run(keep, home, anna, "2020");
  for (const auto& [who, many, of_table] :
       {std::tuple{secretary, 1, 1}, {helper, 1, 0}, {inviter, 0, 0}, {anna, 0, 0}, {other, 0, 0}}) {
    EXPECT_EQ(as(who, told, home).front(), many);
    EXPECT_EQ(as(who, rows).front(), of_table);
  }
  const auto meeting = event(anna, {.spaces = {home}});
  invite(meeting, anna, "yes");
  EXPECT_EQ(as(secretary, on_sheet, meeting), std::vector{false}) << "what was paid years ago is not paid";
  EXPECT_TRUE(as(anna, on_sheet, meeting).empty()) << "not even to whoever organises";
  EXPECT_TRUE(as(helper, on_sheet, meeting).empty());
}

}  // namespace
