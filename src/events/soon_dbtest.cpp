// E11: the reminders that leave by themselves.

#include <gtest/gtest.h>

#include <algorithm>

#include "events/answer.hpp"
#include "events/mails.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;

// `at` is local time in Paris.
const pg::Statement<void(EventId, Text)> stands_at{"scene.soon.stands", R"(
  update event set starts_at = $2::text::timestamp at time zone 'Europe/Paris', ends_at = $2::text::timestamp at time zone 'Europe/Paris' + interval '2 hours' where id = $1)"};
const pg::Statement<void(EventId, MemberId, Text, Text)> answered{"scene.soon.answered", R"(
  insert into event_guest (event_id, member_id, answer, answered_at) values ($1, $2, $3, $4::text::timestamp at time zone 'Europe/Paris'))"};
const pg::Statement<void(Text)> the_clock_says{
    "jobs.test.soon.clock", "select event_reminders($1::text::timestamp at time zone 'Europe/Paris')"};
const pg::Statement<Text(EventId)> reminded{"scene.soon.reminded", R"(
  select coalesce(string_agg(format('%s %s', m.first_name, x.detail ->> 'which'), ', ' order by x.id, m.first_name), '') from mail x join member m on m.id = x.member_id
   where x.subject_id = $1 and x.kind = 'events.soon')"};
const pg::Statement<mail::Row(EventId, MemberId)> mail_of{"scene.soon.mail", R"(
  select x.id, x.kind, x.key, x.member_id, 'ines@example.org', m.first_name, m.last_name, x.subject_id, x.detail::text, 1
    from mail x join member m on m.id = x.member_id where x.subject_id = $1 and x.member_id = $2 and x.kind = 'events.soon')"};
const pg::Statement<void(EventId, Text)> becomes{"scene.soon.becomes", "update event set state = $2 where id = $1"};

struct Scene {
  MemberId maker = member("Rose", "Amiel"), sure = member("Inès", "Carrel"), unsure = member("Malo", "Brun");
  EventId event = testing_db::event(maker, {.is_public = true});

  Scene() {
    owner().run(stands_at, event, "2031-03-15 19:00");
    owner().run(answered, event, sure, "yes", "2031-03-01 12:00");
    owner().run(answered, event, unsure, "maybe", "2031-03-01 12:00");
    owner().run(answered, event, member("Nour", "Haddad"), "no", "2031-03-01 12:00");
    invite(event, member("Théo", "Vasseur"));
  }
  Text at(const Text& local) const {
    jobs().run(the_clock_says, local);
    return owner().one(reminded, event);
  }
};

TEST(EventSoon, E11_TheEveAtSixAndTwoHoursBeforeOnceToThoseWhoComeOrMay) {
  const Scene s;
  EXPECT_EQ(s.at("2031-03-13 18:30"), "");
  EXPECT_EQ(s.at("2031-03-14 17:59"), "");
  EXPECT_EQ(s.at("2031-03-14 18:00"), "Inès eve, Malo eve");
  EXPECT_EQ(s.at("2031-03-14 18:05"), "Inès eve, Malo eve") << "once";
  EXPECT_EQ(s.at("2031-03-15 16:59"), "Inès eve, Malo eve");
  EXPECT_EQ(s.at("2031-03-15 17:00"), "Inès eve, Malo eve, Inès hours, Malo hours");
}

const pg::Statement<void(EventId, Text, bool)> stands_in{"scene.soon.zone", R"(
  update event set time_zone = $2, all_day = $3, starts_at = (starts_at at time zone 'Europe/Paris') at time zone $2, ends_at = starts_at + interval '1 day' where id = $1)"};

// 19 h in Guadeloupe is midnight in Paris: the eve at 18 h there is 23 h here.
TEST(EventSoon, E03_E11_OverseasTheEveIsThatOfThePlace) {
  const Scene s;
  owner().run(stands_in, s.event, "America/Guadeloupe", false);
  EXPECT_EQ(s.at("2031-03-14 22:59"), "");
  EXPECT_EQ(s.at("2031-03-14 23:00"), "Inès eve, Malo eve");
  EXPECT_EQ(s.at("2031-03-15 22:00"), "Inès eve, Malo eve, Inès hours, Malo hours");
}

TEST(EventSoon, E03_E11_AWholeDayIsRemindedOfOnItsEveAlone) {
  const Scene s;
  owner().run(stands_at, s.event, "2031-03-15 00:00");
  owner().run(stands_in, s.event, "Europe/Paris", true);
  EXPECT_EQ(s.at("2031-03-14 18:00"), "Inès eve, Malo eve");
  EXPECT_EQ(s.at("2031-03-14 22:30"), "Inès eve, Malo eve");
}

TEST(EventSoon, E11_LateIsNotAtAll) {
  const Scene s;
  EXPECT_EQ(s.at("2031-03-14 22:00"), "");
  EXPECT_EQ(s.at("2031-03-15 18:01"), "");
}

TEST(EventSoon, E11_WhoeverHasJustAnsweredIsNotReminded) {
  const Scene s;
  owner().run(answered, s.event, member("Zoé", "Tardif"), "yes", "2031-03-14 18:20");
  EXPECT_EQ(s.at("2031-03-14 18:30"), "Inès eve, Malo eve");
  EXPECT_EQ(s.at("2031-03-15 17:00"), "Inès eve, Malo eve, Inès hours, Malo hours, Zoé hours");
}

// On the night of 30 March 2031 clocks go forward: the eve is still at 18 h, two hours are still two hours.
TEST(EventSoon, E11_OnTheNightWhenClocksChange) {
  const Scene s;
  owner().run(stands_at, s.event, "2031-03-30 04:30");
  EXPECT_EQ(s.at("2031-03-29 18:00"), "Inès eve, Malo eve");
  EXPECT_EQ(s.at("2031-03-30 01:20"), "Inès eve, Malo eve");
  EXPECT_EQ(s.at("2031-03-30 01:30"), "Inès eve, Malo eve, Inès hours, Malo hours")
      << "two hours, one of which does not exist";
}

TEST(EventSoon, E11_NeverForWhatWasCancelledMovedOrDeclinedMeanwhile) {
  const Scene s;
  ASSERT_EQ(s.at("2031-03-14 18:00"), "Inès eve, Malo eve");
  const auto kinds = events::mails();
  const auto soon = std::ranges::find(kinds, "events.soon", &mail::Kind::name);
  ASSERT_NE(soon, kinds.end());
  Settings settings;
  settings.secret = Text(32, 's');
  const auto row = owner().one(mail_of, s.event, s.sure);
  const auto subject = [&] {
    const auto message = soon->compose(jobs(), row, settings);
    return message ? message->subject : "";
  };
  EXPECT_TRUE(subject().starts_with("Demain : Porte-à-porte aux Tilleuls, ")) << subject();

  owner().run(stands_at, s.event, "2031-03-16 19:00");
  EXPECT_EQ(subject(), "") << "moved";
  EXPECT_EQ(s.at("2031-03-15 18:00"), "Inès eve, Malo eve, Inès eve, Malo eve") << "its new eve";
  owner().run(stands_at, s.event, "2031-03-15 19:00");
  EXPECT_NE(subject(), "");
  as(s.sure, events::record_answer, s.event, "no", std::nullopt);
  EXPECT_EQ(subject(), "") << "declined";
  as(s.sure, events::record_answer, s.event, "maybe", std::nullopt);
  EXPECT_NE(subject(), "");
  owner().run(becomes, s.event, "cancelled");
  EXPECT_EQ(subject(), "") << "cancelled";
  EXPECT_EQ(s.at("2031-03-15 17:00"), "Inès eve, Malo eve, Inès eve, Malo eve");
}

}  // namespace
