// S12: what a section's figures say, to whom, and that none leads back to one person.

#include <gtest/gtest.h>

#include "sections/figures_view.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using sections::FiguresToday;
using sections::FiguresWeek;

const pg::Statement<FiguresToday(SpaceId)> today{"test.figures.today", "select * from section_today($1)"};
const pg::Statement<FiguresWeek(SpaceId, std::int32_t)> weeks{"test.figures.weeks",
                                                              "select * from section_weeks($1, $2)"};
const pg::Statement<void()> record{"jobs.test.figures", "select section_weeks_record()"};
const pg::Statement<std::int64_t(SpaceId)> recorded{"scene.figures.recorded",
                                                    "select count(*) from section_week where section_id = $1"};
const pg::Statement<std::int64_t(SpaceId)> peek{"test.figures.peek",
                                                "select count(*) from section_week where section_id = $1"};
const pg::Statement<bool(SpaceId, MemberId)> hand_figures{"test.figures.hand",
                                                          "select section_delegate($1, $2, array['figures'])"};
const pg::Statement<void(EventId)> was_last_week{"scene.figures.last_week", R"(
  update event set starts_at = (date_trunc('week', now() at time zone 'Europe/Paris') - interval '3 days') at time zone 'Europe/Paris',
         ends_at = (date_trunc('week', now() at time zone 'Europe/Paris') - interval '3 days' + interval '2 hours') at time zone 'Europe/Paris' where id = $1)"};
const pg::Statement<void(EventId, MemberId)> came{"scene.figures.came", R"(
  with guest as (insert into event_guest (event_id, member_id, answer, answered_at) values ($1, $2, 'yes', now()))
  insert into event_attendance (event_id, member_id) values ($1, $2))"};
const pg::Statement<void(EventId, std::int32_t)> knocked{
    "scene.figures.knocked",
    "insert into event_report (event_id, minutes, doors_knocked, doors_opened) values ($1, 120, $2, $2 / 2)"};

struct Section {
  SpaceId id = section(federation());
  MemberId secretary = member("Rose", "Amiel");
  std::vector<MemberId> people;

  Section() { join(secretary, id, "secretary"); }
  void grow_to(size_t members) {
    while (people.size() + 1 < members) {
      people.push_back(member("Essai", "Nombreux"));
      join(people.back(), id);
    }
  }
  [[nodiscard]] FiguresToday now() const { return as(secretary, today, id).front(); }
  [[nodiscard]] FiguresWeek last_week() const { return as(secretary, weeks, id, 12).back(); }
};

TEST(SectionFigures, S12_HeadsAreToldToTheNearestFiveAndNeverBelow) {
  Section s;
  s.grow_to(4);
  EXPECT_EQ(s.now().members, std::nullopt);
  s.grow_to(12);
  EXPECT_EQ(s.now().members, 10);
  s.grow_to(13);
  EXPECT_EQ(s.now().members, 15);
  EXPECT_EQ(s.now().active, std::nullopt) << "none of them has come yet";
  EXPECT_EQ(s.now().rate, std::nullopt);
  EXPECT_FALSE(s.now().has_register);
}

TEST(SectionFigures, S12_WhatFewerThanFiveDidInAWeekIsNotTold) {
  Section s;
  s.grow_to(10);
  EXPECT_EQ(s.last_week().missions, 0);
  EXPECT_EQ(s.last_week().knocked, 0);
  const auto mission = event(s.secretary, {.spaces = {s.id}});
  owner().run(was_last_week, mission);
  for (size_t i = 0; i < 4; ++i) owner().run(came, mission, s.people[i]);
  owner().run(knocked, mission, 70);
  EXPECT_EQ(s.last_week().missions, 1);
  EXPECT_TRUE(s.last_week().few);
  EXPECT_EQ(s.last_week().participants, std::nullopt);
  EXPECT_EQ(s.last_week().knocked, std::nullopt);
  EXPECT_EQ(s.last_week().opened, std::nullopt);
  for (size_t i = 4; i < 6; ++i) owner().run(came, mission, s.people[i]);
  EXPECT_FALSE(s.last_week().few);
  EXPECT_EQ(s.last_week().participants, 5) << "six, to the nearest five";
  EXPECT_EQ(s.last_week().knocked, 70);
  EXPECT_EQ(s.last_week().opened, 35);
  EXPECT_EQ(as(s.secretary, weeks, s.id, 26).size(), 26U) << "weeks that are over, and those only";
}

TEST(SectionFigures, S12_TheClockCountsEachWeekOnce) {
  Section s;
  s.grow_to(8);
  EXPECT_FALSE(s.last_week().counted);
  jobs().run(record);
  EXPECT_TRUE(s.last_week().counted);
  EXPECT_EQ(s.last_week().members, 10);
  s.grow_to(20);
  jobs().run(record);
  EXPECT_EQ(s.last_week().members, 10) << "what was counted stands";
  EXPECT_EQ(owner().one(recorded, s.id), 1);
}

TEST(SectionFigures, S12_X03_AreForTheSecretaryAndWhomTheyHandedThem) {
  Section s;
  s.grow_to(12);
  const Section other;
  const auto helper = member("Hugo", "Martin");
  join(helper, s.id, "bureau");
  for (const auto stranger : {s.people.front(), other.secretary, helper}) {
    EXPECT_TRUE(as(stranger, today, s.id).empty());
    EXPECT_TRUE(as(stranger, weeks, s.id, 12).empty());
    EXPECT_EQ(refusal_of([&] { as(stranger, peek, s.id); }), "42501") << "what was counted is behind the functions";
  }
  ASSERT_TRUE(as(s.secretary, hand_figures, s.id, helper).front());
  EXPECT_EQ(as(helper, today, s.id).size(), 1U);
  EXPECT_EQ(as(helper, weeks, s.id, 12).size(), 12U);
}

}  // namespace
