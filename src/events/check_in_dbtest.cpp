// X09: who may show the code of an event, and what typing it does.

#include <gtest/gtest.h>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;

const pg::Statement<std::optional<Text>(EventId, Text)> show_code{"test.check_in.show",
                                                                  "select event_check_in_code($1, $2)"};
const pg::Statement<std::optional<std::int64_t>(Text)> type_code{"test.check_in.type", "select event_check_in($1)"};
const pg::Statement<void(EventId, Text)> starts_in{"scene.check_in.starts",
                                                   "update event set starts_at = now() + $2::text::interval, ends_at = "
                                                   "now() + $2::text::interval + interval '1 hour' where id = $1"};
const pg::Statement<std::int64_t(EventId)> there{"scene.check_in.there",
                                                 "select count(*) from event_attendance where event_id = $1"};
const pg::Statement<Text(EventId)> peek{"test.check_in.peek", "select code from event_code where event_id = $1"};

TEST(CheckIn, X09_TheCodeIsTheOrganisersAndServesAroundTheHour) {
  const auto maker = member("Rose", "Amiel"), guest = member("Inès", "Carrel"), late = member("Malo", "Brun");
  const auto event = testing_db::event(maker, {.is_public = true});
  const auto code = "k" + std::to_string(10000 + event.number() % 90000);
  EXPECT_EQ(as(maker, show_code, event, code).front(), std::nullopt) << "tomorrow";
  owner().run(starts_in, event, "110 minutes");
  EXPECT_EQ(as(maker, show_code, event, code).front(), code);
  EXPECT_EQ(as(maker, show_code, event, "zzzzzz").front(), code) << "one code for an event";
  EXPECT_EQ(refusal_of([&] { as(guest, show_code, event, code); }), "CP403");
  EXPECT_EQ(refusal_of([&] { as(guest, peek, event); }), "42501");

  EXPECT_EQ(as(guest, type_code, "zzzzzz").front(), std::nullopt);
  EXPECT_EQ(as(guest, type_code, code).front(), event.number());
  EXPECT_EQ(as(guest, type_code, code).front(), event.number()) << "twice is once";
  EXPECT_EQ(owner().one(there, event), 1);
  owner().run(starts_in, event, "-4 hours");
  EXPECT_EQ(as(late, type_code, code).front(), std::nullopt) << "it is over";
  EXPECT_EQ(owner().one(there, event), 1);
}

}  // namespace
