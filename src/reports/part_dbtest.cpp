// E10: who may note a part, who reads it, and that nothing is counted twice on its way into the report.

#include <gtest/gtest.h>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using PartId = Id<struct PartTag>;
using Ids = std::vector<std::int64_t>;

const pg::Statement<void(EventId)> begin_it{
    "scene.reports.begin",
    "update event set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where id = $1"};
const pg::Statement<PartId(EventId, std::int32_t, std::int32_t)> note{"test.reports.note", R"(
  with part as (insert into event_part (event_id, author_id, doors_knocked, minutes) values ($1, viewer_id(), $2, $3) returning id)
  select id from part)"};
const pg::Statement<void(PartId, MemberId)> with{"test.reports.with",
                                                 "insert into event_part_member (part_id, member_id) values ($1, $2)"};
const pg::Statement<void(PartId, std::int32_t)> change{
    "test.reports.change", "update event_part set doors_knocked = $2, state = 'new', filed_at = now() where id = $1"};
const pg::Statement<void(PartId)> remove{"test.reports.remove", "delete from event_part where id = $1"};
const pg::Statement<std::int64_t(EventId)> parts{"test.reports.parts",
                                                 "select count(*) from event_part where event_id = $1"};
const pg::Statement<std::int64_t(EventId)> named{
    "test.reports.named",
    "select count(*) from event_part_member t join event_part p on p.id = t.part_id where p.event_id = $1"};
const pg::Statement<std::string(PartId)> state_of{"scene.reports.state", "select state from event_part where id = $1"};
const pg::Statement<void(EventId, Ids, Ids)> settle{
    "test.reports.settle", "select event_parts_settle($1, (extract(epoch from now()) * 1000000)::bigint, $2, $3)"};
const pg::Statement<bool(EventId, PartId)> take{"test.reports.take", "select event_part_take($1, $2)"};
const pg::Statement<void(EventId, std::int32_t)> file{
    "test.reports.file",
    "insert into event_report (event_id, author_id, minutes, doors_knocked) values ($1, viewer_id(), 60, $2)"};
const pg::Statement<void(EventId, MemberId, std::int32_t)> came{
    "test.reports.came", "insert into event_attendance (event_id, member_id, doors) values ($1, $2, $3)"};
const pg::Statement<void(EventId)> close{"test.reports.close",
                                         "update event_report set closed_at = now() where event_id = $1"};
const pg::Statement<std::int32_t(EventId)> thank{"test.reports.thank", "select event_thank($1)"};

struct Counters {
  std::int64_t missions, doors;
};
const pg::Statement<Counters(MemberId)> counters{"test.reports.counters",
                                                 "select missions, doors from member_counters($1)"};
struct Totals {
  std::int64_t missions, doors_knocked, minutes;
};
const pg::Statement<Totals(SpaceId)> totals{"test.reports.totals",
                                            "select missions, doors_knocked, minutes from section_totals($1)"};

struct Scene {
  SpaceId home = section(federation());
  MemberId secretary = member("Rose", "Amiel"), anna = member("Anna", "Martin"), malik = member("Malik", "Colin"),
           hidden = member("Lise", "Secrète", "secretary"), absent = member("Théo", "Vasseur");
  EventId mission;
  Scene() {
    join(secretary, home, "secretary");
    for (const auto one : {anna, malik, hidden, absent}) join(one, home);
    mission = event(secretary, {.spaces = {home}});
    for (const auto one : {anna, malik, hidden}) invite(mission, one, "yes");
    invite(mission, absent, "no");
  }
  void begin() const { owner().run(begin_it, mission); }
  [[nodiscard]] PartId by(MemberId who, std::int32_t doors, std::initializer_list<MemberId> mates = {}) const {
    const auto part = as(who, note, mission, doors, 120).front();
    run_as(who, with, part, who);
    for (const auto mate : mates) run_as(who, with, part, mate);
    return part;
  }
  [[nodiscard]] std::string state(PartId part) const { return owner().one(state_of, part); }
};

TEST(Parts, E10_AreNotedByWhoeverTookPartOnceItHasBegun) {
  const Scene s;
  EXPECT_EQ(refusal_of([&] { as(s.anna, note, s.mission, 10, 60); }), "42501") << "not yet";
  s.begin();
  EXPECT_EQ(refusal_of([&] { as(s.absent, note, s.mission, 10, 60); }), "42501") << "said no";
  EXPECT_EQ(refusal_of([&] { as(member(), note, s.mission, 10, 60); }), "42501") << "a stranger";
  const auto part = s.by(s.anna, 10);
  EXPECT_EQ(refusal_of([&] { run_as(s.anna, with, part, s.hidden); }), "42501") << "whom she does not see";
  EXPECT_EQ(refusal_of([&] { run_as(s.anna, with, part, s.absent); }), "42501") << "who does not come";
  EXPECT_EQ(refusal_of([&] { run_as(s.malik, with, part, s.malik); }), "42501") << "another's part";
  EXPECT_EQ(run_as(s.malik, change, part, 99), 0);
  EXPECT_EQ(run_as(s.secretary, change, part, 99), 0) << "not even the organiser writes in another's name";
  EXPECT_EQ(run_as(s.malik, remove, part), 0);
  EXPECT_EQ(run_as(s.anna, change, part, 12), 1);
}

TEST(Parts, E10_AreReadByTheirPeopleAndTheOrganiserAlone) {
  const Scene s;
  s.begin();
  const auto part = s.by(s.anna, 10, {s.malik});
  EXPECT_EQ(s.state(part), "new");
  for (const auto& [who, many] : {std::pair{s.anna, 1}, {s.malik, 1}, {s.secretary, 1}, {s.hidden, 0}, {s.absent, 0}}) {
    EXPECT_EQ(as(who, parts, s.mission).front(), many);
    EXPECT_EQ(as(who, named, s.mission).front(), 2 * many);
  }
}

TEST(Parts, E10_CountOnceInTotalsAndOnProfiles) {
  const Scene s;
  s.begin();
  const auto first = s.by(s.anna, 40, {s.malik});
  const auto twice = s.by(s.malik, 40, {s.anna});
  EXPECT_EQ(as(s.anna, counters, s.anna).front().doors, 0) << "a part by itself counts nowhere";
  EXPECT_EQ(refusal_of([&] { run_as(s.anna, settle, s.mission, Ids{}, Ids{}); }), "CP403");
  EXPECT_EQ(refusal_of([&] { as(s.anna, take, s.mission, first); }), "CP403");
  EXPECT_FALSE(as(s.secretary, take, s.mission, first).front()) << "there is no report yet";

  run_as(s.secretary, file, s.mission, 40);
  run_as(s.secretary, came, s.mission, s.anna, 20);
  run_as(s.secretary, came, s.mission, s.malik, 20);
  run_as(s.secretary, settle, s.mission, Ids{first.number(), twice.number()}, Ids{first.number()});
  EXPECT_EQ(s.state(first), "counted");
  EXPECT_EQ(s.state(twice), "aside");
  EXPECT_EQ(run_as(s.anna, change, first, 400), 0) << "what was counted stays as it was";
  EXPECT_EQ(as(s.anna, totals, s.home).front().doors_knocked, 40);
  EXPECT_EQ(as(s.anna, counters, s.anna).front().doors, 20);
  EXPECT_EQ(as(s.anna, counters, s.anna).front().missions, 1);
  EXPECT_EQ(as(s.anna, counters, s.hidden).front().missions, 0) << "said yes, and did not come";
}

TEST(Parts, E10_OneThatComesLateIsTakenInOnce) {
  const Scene s;
  s.begin();
  run_as(s.secretary, file, s.mission, 40);
  run_as(s.secretary, came, s.mission, s.anna, 40);
  const auto late = s.by(s.hidden, 13);
  EXPECT_TRUE(as(s.secretary, take, s.mission, late).front());
  EXPECT_FALSE(as(s.secretary, take, s.mission, late).front()) << "two taps are one";
  const auto whole = as(s.anna, totals, s.home).front();
  EXPECT_EQ(whole.missions, 1);
  EXPECT_EQ(whole.doors_knocked, 53);
  EXPECT_EQ(whole.minutes, 180) << "one hour of hers, two of the other's";
  EXPECT_EQ(as(s.anna, counters, s.anna).front().doors + owner().one(counters, s.hidden).doors, 53);
  EXPECT_FALSE(as(s.secretary, take, event(s.secretary, {.spaces = {s.home}}), late).front()) << "of another event";
}

TEST(Parts, E07_ThanksLeaveOnceToThoseWhoCame) {
  const Scene s;
  s.begin();
  run_as(s.secretary, file, s.mission, 40);
  for (const auto one : {s.anna, s.malik}) run_as(s.secretary, came, s.mission, one, 20);
  EXPECT_EQ(as(s.secretary, thank, s.mission).front(), 0) << "not while it is open";
  run_as(s.secretary, close, s.mission);
  EXPECT_EQ(refusal_of([&] { as(s.anna, thank, s.mission); }), "CP403");
  EXPECT_EQ(as(s.secretary, thank, s.mission).front(), 2);
  EXPECT_EQ(as(s.secretary, thank, s.mission).front(), 0);
  EXPECT_TRUE(as(s.secretary, take, s.mission, s.by(s.hidden, 5)).front());
  EXPECT_EQ(as(s.secretary, thank, s.mission).front(), 0) << "who was added was thanked with it";
}

}  // namespace
