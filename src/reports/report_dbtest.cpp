// E10: what profiles and the section show adds up.

#include <gtest/gtest.h>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;

struct Totals {
  std::int64_t missions, doors_knocked, doors_opened, leaflets, calls, posters, minutes;
};
const pg::Statement<Totals(SpaceId)> totals_of{"test.events.section_totals", "select * from section_totals($1)"};
const pg::Statement<std::int64_t(MemberId)> doors_of{"test.events.doors", "select doors from member_counters($1)"};
const pg::Statement<void(EventId)> begin_it{"scene.events.begin",
                                            "update event set starts_at = now() - interval '1 hour' where id = $1"};

// As the handler files it: see events/report.cpp.
const pg::Statement<void(EventId, std::int32_t)> put_report{
    "test.events.report",
    "insert into event_report (event_id, author_id, minutes, doors_knocked, doors_opened) values ($1, viewer_id(), 90, "
    "$2, 1)"};
const pg::Statement<void(EventId, MemberId, std::int32_t)> put_attendance{
    "test.events.attendance", "insert into event_attendance (event_id, member_id, doors) values ($1, $2, $3)"};

struct Scene {
  SpaceId home = section(federation());
  MemberId secretary = member(), insider = member("Théo", "Vasseur"), stranger = member("Nour", "Haddad");
  EventId mission;
  Scene() {
    join(secretary, home, "secretary");
    join(insider, home);
    mission = event(secretary, {.spaces = {home}});
    invite(mission, secretary, "yes");
    invite(mission, insider, "yes");
  }
};

TEST(EventReport, E10_IsFiledByTheOrganiserOnceItHasBegun) {
  const Scene s;
  EXPECT_EQ(refusal_of([&] { run_as(s.secretary, put_report, s.mission, 10); }), "42501") << "not yet";
  owner().run(begin_it, s.mission);
  EXPECT_EQ(refusal_of([&] { run_as(s.insider, put_report, s.mission, 10); }), "42501") << "not theirs";
  EXPECT_EQ(refusal_of([&] { run_as(s.secretary, put_report, s.mission, 10); }), "");
}

TEST(EventReport, E10_OnlyGuestsCanHaveCome) {
  const Scene s;
  owner().run(begin_it, s.mission);
  EXPECT_EQ(refusal_of([&] { run_as(s.secretary, put_attendance, s.mission, s.stranger, 5); }), "42501");
  EXPECT_EQ(refusal_of([&] { run_as(s.secretary, put_attendance, s.mission, s.insider, 5); }), "");
}

TEST(EventReport, E10_DoorsShowOnProfilesAndOnTheSection) {
  const Scene s;
  owner().run(begin_it, s.mission);
  run_as(s.secretary, put_report, s.mission, 47);
  run_as(s.secretary, put_attendance, s.mission, s.secretary, 24);
  run_as(s.secretary, put_attendance, s.mission, s.insider, 23);
  const auto totals = as(s.stranger, totals_of, s.home).front();
  EXPECT_EQ(totals.missions, 1);
  EXPECT_EQ(totals.doors_knocked, 47);
  EXPECT_EQ(totals.minutes, 180);
  EXPECT_EQ(as(s.stranger, doors_of, s.secretary).front() + as(s.stranger, doors_of, s.insider).front(),
            totals.doors_knocked);
}

}  // namespace
