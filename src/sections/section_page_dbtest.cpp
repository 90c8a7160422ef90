// S08: a page of a section's people, in order, whoever they are and however they came.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using testing::ElementsAre;

const pg::Statement<std::int64_t(SpaceId, std::int64_t, std::int64_t)> page{
    "scene.section_page", "select * from section_page($1, '', 0, '', '', $2, $3)"};
const pg::Statement<void(SpaceId, MemberId)> leave{"scene.section_page.leave",
                                                   "delete from membership where space_id = $1 and member_id = $2"};
const pg::Statement<bool(MemberId)> marked{"scene.section_page.marked",
                                           "select bool_or(besides) from membership where member_id = $1"};

TEST(SectionPage, S08_SomeoneOfTwoSectionsStandsInBothAtTheirPlaceInTheAlphabet) {
  const auto home = section(federation()), other = section(federation());
  const auto secretary = member("Inès", "Abgrall"), first = member("Albin", "Brun"), last = member("Rose", "Denis"),
             both = member("Malik", "Carrel");
  join(secretary, home, "secretary");
  join(last, home);
  join(both, other);
  join(both, home);
  join(first, home);
  const auto shown = [&](SpaceId where, std::int64_t after = 0, std::int64_t many = 10) {
    return as(secretary, page, where, after, many);
  };
  EXPECT_THAT(shown(home), ElementsAre(secretary.number(), first.number(), both.number(), last.number()));
  EXPECT_THAT(shown(home, first.number(), 1), ElementsAre(both.number())) << "a page of one, after the first";
  EXPECT_THAT(shown(home, both.number(), 10), ElementsAre(last.number()));
  EXPECT_THAT(shown(other), ElementsAre(both.number()));

  EXPECT_TRUE(owner().one(marked, both));
  owner().run(leave, other, both);
  EXPECT_FALSE(owner().one(marked, both)) << "of one section again, which is now the one they are known by";
  EXPECT_THAT(shown(home), ElementsAre(secretary.number(), first.number(), both.number(), last.number()));
}

}  // namespace
