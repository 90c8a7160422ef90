// E11: who may talk among those who come to an event.

#include <gtest/gtest.h>

#include "events/answer.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;
using Thread = std::optional<std::int64_t>;

const pg::Statement<Thread(EventId, Text)> converse{"test.talk.converse", "select event_converse($1, $2)"};
const pg::Statement<Text(std::int64_t)> read_all{
    "test.talk.read", "select coalesce(string_agg(body, ', ' order by id), '') from message where thread_id = $1"};

TEST(EventConversation, E11_IsForThoseWhoComeOrMayAndEndsForWhoeverDeclines) {
  const auto home = section(federation());
  const auto maker = member("Rose", "Amiel"), sure = member("Inès", "Carrel"), unsure = member("Malo", "Brun"),
             silent = member("Théo", "Vasseur"), stranger = member("Nour", "Haddad"),
             secretary = member("Zoé", "Petit");
  for (const auto one : {maker, sure, unsure, silent}) join(one, home);
  join(secretary, home, "secretary");
  const auto event = testing_db::event(maker, {.spaces = {home}});
  invite(event, sure, "yes");
  invite(event, unsure, "maybe");
  invite(event, silent);

  EXPECT_EQ(as(sure, converse, event, "").front(), std::nullopt) << "nothing to begin it with";
  const auto thread = as(sure, converse, event, "Qui a une voiture ?").front().value();
  EXPECT_EQ(as(unsure, read_all, thread).front(), "") << "not entered yet";
  EXPECT_EQ(as(unsure, converse, event, "").front(), thread);
  EXPECT_EQ(as(unsure, read_all, thread).front(), "Qui a une voiture ?");
  EXPECT_EQ(as(maker, converse, event, "Moi.").front(), thread);
  EXPECT_EQ(as(sure, read_all, thread).front(), "Qui a une voiture ?, Moi.");
  for (const auto other : {silent, secretary}) EXPECT_EQ(as(other, converse, event, "Et moi ?").front(), 0);
  EXPECT_EQ(as(sure, read_all, thread).front(), "Qui a une voiture ?, Moi.") << "nothing was added";
  EXPECT_EQ(refusal_of([&] { as(stranger, converse, event, ""); }), "CP404");

  as(unsure, events::record_answer, event, "no", std::nullopt);
  EXPECT_EQ(as(unsure, read_all, thread).front(), "");
  EXPECT_EQ(as(unsure, converse, event, "").front(), 0);
  as(maker, events::record_answer, event, "no", std::nullopt);
  EXPECT_NE(as(maker, read_all, thread).front(), "") << "whoever made the event stays";
}

}  // namespace
