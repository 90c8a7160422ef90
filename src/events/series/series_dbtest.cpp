// E03: the dates of a series are made once, ahead; guests and answers; «celui-ci / les suivants / tous».

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/calendar/rule.hpp"
#include "events/series/job.hpp"
#include "events/series/repeat.hpp"
#include "events/series/store.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using namespace std::chrono_literals;
using events::SeriesId;
using testing::HasSubstr;
using Text = std::string;

const pg::Statement<void(EventId, Text)> begin{"test.series.begin",
                                               "select event_series_begin($1, $2, (select starts_at at time zone "
                                               "'Europe/Paris' from event where id = $1), 'Europe/Paris')"};
// As the form gives it.
const pg::Statement<void(EventId)> on_the_minute{"scene.series.minute", R"(
  update event set starts_at = date_trunc('minute', starts_at), ends_at = date_trunc('minute', starts_at) + interval '2 hours' where id = $1)"};
const pg::Statement<void(EventId)> published{
    "scene.series.published", "update event set state = 'published', published_at = now() where id = $1"};
const pg::Statement<std::int32_t(EventId, std::vector<std::int64_t>, std::int64_t, bool)> publish{
    "test.series.publish", "select event_series_publish($1, " INSTANTS(2) ", " LOCAL(3) ", $4)"};
const pg::Statement<std::int32_t(SeriesId, std::vector<std::int64_t>, std::int64_t, bool)> add{
    "jobs.test.series.add", "select event_series_add($1, " INSTANTS(2) ", " LOCAL(3) ", $4)"};
struct Date {
  EventId id;
  pg::Time starts_at;
  Text state, title;
  std::int32_t invited, coming;
};
const pg::Statement<Date(SeriesId)> dates{
    "scene.series.dates",
    "select id, starts_at, state, title, invited, coming from event where series_id = $1 order by series_start"};
const pg::Statement<std::optional<std::int32_t>(EventId, std::vector<MemberId>)> invite_them{
    "test.series.invite", "select event_invite($1, $2)"};
const pg::Statement<Text(MemberId)> mails_to{
    "scene.series.mails",
    "select coalesce(string_agg(kind || ' ' || subject_id, ', ' order by id), '') from mail where member_id = $1"};
const pg::Statement<std::int32_t(EventId, Text)> answer_all{"test.series.answer", "select event_series_answer($1, $2)"};
const pg::Statement<bool(EventId)> leave{"test.series.leave", "select event_series_leave($1)"};
const pg::Statement<Text(SeriesId, MemberId)> answers{"scene.series.answers", R"(
  select coalesce(string_agg(coalesce(g.answer, '-'), ' ' order by e.series_start), '') from event e join event_guest g on g.event_id = e.id where e.series_id = $1 and g.member_id = $2)"};
const pg::Statement<std::int64_t(SeriesId)> activities{
    "scene.series.activities",
    "select count(*) from activity a join event e on e.id = a.event_id where e.series_id = $1"};
const pg::Statement<void(EventId, Text, bool)> renamed{
    "scene.series.renamed", "update event set title = $2, series_changed = $3 where id = $1"};

const pg::Statement<Text(EventId)> state_of{"scene.series.state", "select state from event where id = $1"};
const pg::Statement<void(EventId, std::int32_t)> moved_by{"scene.series.moved", R"(
  update event set starts_at = starts_at + make_interval(secs => $2::integer), ends_at = ends_at + make_interval(secs => $2::integer), sequence = sequence + 1 where id = $1)"};
const pg::Statement<std::int32_t(EventId, pg::Time, Text, std::int64_t, std::vector<std::int64_t>, std::int64_t, bool,
                                 Text, bool)>
    follow_it{"test.series.follow", "select event_series_follow($1, $2, $3, " LOCAL(4) ", 'Europe/Paris', " INSTANTS(
                                        5) ", " LOCAL(6) ", $7, $8, $9, true)"};
const pg::Statement<std::int32_t(EventId, pg::Time, Text)> cancel_from{
    "test.series.cancel", "select event_series_cancel($1, $2, $3, 'Le local ferme.')"};
const pg::Statement<std::int64_t()> see_series_guests{"test.series.guests", "select count(*) from event_series_guest"};

struct Weekly {
  MemberId maker = member("Rose", "Amiel"), guest = member("Inès", "Carrel"), other = member("Malo", "Brun");
  EventId first = event(maker, {.state = "draft", .is_public = true});
  events::Series series;

  explicit Weekly(const Text& rule = "FREQ=WEEKLY;BYDAY=") {
    auto whole = rule;
    if (rule.ends_with("BYDAY=")) {
      const auto day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() + 24h + 1h);
      whole = calendar::write({.days = {std::chrono::weekday(day)}});
    }
    owner().run(on_the_minute, first);
    run_as(maker, begin, first, whole);
    owner().run(published, first);
    testing_db::invite(first, maker, "yes");
    series = owner().one(events::find_series, first);
    EXPECT_GT(made(), 10);
  }
  std::int32_t made() {
    const auto plan = events::plan(series.recurrence(), calendar::Local{}, now());
    return as(maker, publish, first, events::seconds(plan.starts), events::seconds(plan.made_to), plan.finished)
        .front();
  }
  [[nodiscard]] std::vector<Date> all() const { return owner().all(dates, series.id); }
  static std::chrono::sys_seconds now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
};

TEST(Series, E03_DatesAreMadeOnceHoweverOftenTheJobRuns) {
  Weekly w;
  const auto before = w.all();
  EXPECT_EQ(w.made(), 0) << "published already";
  std::vector<std::chrono::sys_seconds> again;
  for (const auto& date : before) again.push_back(std::chrono::floor<std::chrono::seconds>(date.starts_at));
  again.push_back(again.back() + 168h);
  EXPECT_EQ(testing_db::jobs().one(add, w.series.id, events::seconds(again), 0, false), 1)
      << "only the one that was not there";
  EXPECT_EQ(w.all().size(), before.size() + 1);
  EXPECT_EQ(owner().one(activities, w.series.id), 1) << "told once";
}

TEST(Series, E03_WhoIsInvitedToOneIsInvitedToAllByOneMail) {
  Weekly w;
  EXPECT_EQ(as(w.maker, invite_them, w.first, {w.guest}).front(), 1);
  for (const auto& date : w.all()) EXPECT_EQ(date.invited, 2) << "with the one who made it";
  EXPECT_EQ(owner().one(mails_to, w.guest), "events.invitation " + std::to_string(w.first.number()));
  EXPECT_EQ(as(w.maker, invite_them, w.all()[3].id, {w.guest}).front(), 0) << "already";
}

TEST(Series, E05_OneAnswerForAllDatesLaterOnesIncluded) {
  Weekly w;
  as(w.maker, invite_them, w.first, {w.guest});
  const auto before = w.all();
  EXPECT_EQ(as(w.guest, answer_all, before[2].id, "yes").front(), static_cast<int>(before.size()));
  const auto next = std::chrono::floor<std::chrono::seconds>(before.back().starts_at) + 168h;
  testing_db::jobs().one(add, w.series.id, {next.time_since_epoch().count()}, 0, false);
  EXPECT_EQ(w.all().back().coming, 2);
  EXPECT_THAT(owner().one(mails_to, w.maker), testing::StartsWith("events.answer "));
  EXPECT_THAT(owner().one(mails_to, w.maker), testing::Not(HasSubstr(","))) << "told once";
}

TEST(Series, E04_WhoeverLeavesASeriesIsInvitedNoMore) {
  Weekly w;
  as(w.maker, invite_them, w.first, {w.guest, w.other});
  EXPECT_TRUE(as(w.guest, leave, w.all()[1].id).front());
  EXPECT_EQ(owner().one(answers, w.series.id, w.guest), "");
  EXPECT_EQ(as(w.maker, invite_them, w.all()[4].id, {w.guest}).front(), 0);
  const auto next = std::chrono::floor<std::chrono::seconds>(w.all().back().starts_at) + 168h;
  testing_db::jobs().one(add, w.series.id, {next.time_since_epoch().count()}, 0, false);
  EXPECT_EQ(owner().one(answers, w.series.id, w.guest), "");
  EXPECT_THAT(owner().one(answers, w.series.id, w.other), testing::EndsWith("-"));
}

// What the handler of step 1 does to the date itself comes first: `which` has been changed.
struct Change {
  EventId which;
  std::chrono::sys_seconds begins;
  std::chrono::seconds shift;
  bool split = false, by_date = false;
  int interval = 1;
};
std::int32_t follow(const Weekly& w, const Change& change) {
  const auto there = w.all();
  const auto first = calendar::local(change.begins, "Europe/Paris") + change.shift;
  const calendar::Recurrence rhythm{
      calendar::write(
          {.interval = change.interval, .days = {std::chrono::weekday(std::chrono::floor<std::chrono::days>(first))}}),
      first, "Europe/Paris"};
  const auto plan = events::plan(rhythm, first - 1s, Weekly::now(), there.size());
  return as(w.maker, follow_it, change.which, change.begins, rhythm.rule, events::seconds(first),
            events::seconds(plan.starts), events::seconds(plan.made_to), plan.finished,
            change.split ? events::ended_before(w.series.recurrence(), calendar::local(change.begins, "Europe/Paris"))
                         : "",
            change.by_date)
      .front();
}
std::chrono::sys_seconds start(const Date& date) {
  return std::chrono::floor<std::chrono::seconds>(date.starts_at);
}

TEST(Series, E07_AllDatesMoveButThoseChangedByThemselvesAndPeopleHearOnce) {
  Weekly w;
  as(w.maker, invite_them, w.first, {w.guest, w.other});
  const auto before = w.all();
  owner().run(renamed, before[3].id, "À part", true);
  owner().run(moved_by, w.first, 3600);
  EXPECT_EQ(follow(w, {.which = w.first, .begins = start(before[0]), .shift = 1h}), 2);
  const auto after = w.all();
  ASSERT_EQ(after.size(), before.size());
  EXPECT_EQ(after[0].id, before[0].id) << "the same event, with its guests and answers";
  EXPECT_EQ(calendar::local(start(after[5]), "Europe/Paris"), calendar::local(start(before[5]), "Europe/Paris") + 1h);
  EXPECT_EQ(after[3].title, "À part");
  EXPECT_EQ(after[3].starts_at, before[3].starts_at) << "an exception stays";
  EXPECT_THAT(owner().one(mails_to, w.guest), testing::EndsWith(", events.change " + std::to_string(w.first.number())));
}

TEST(Series, E07_TheFollowingOnesAreASeriesOfTheirOwn) {
  Weekly w;
  as(w.maker, invite_them, w.first, {w.guest});
  const auto before = w.all();
  owner().run(renamed, before[4].id, "Autre nom", false);
  EXPECT_EQ(follow(w, {.which = before[4].id, .begins = start(before[4]), .shift = 0s, .split = true}), 1);
  EXPECT_EQ(w.all().size(), 4);
  const auto later = owner().one(events::find_series, before[4].id);
  EXPECT_NE(later.id, w.series.id);
  const auto dates_of_later = owner().all(dates, later.id);
  EXPECT_GE(dates_of_later.size(), before.size() - 4);
  EXPECT_EQ(dates_of_later[1].title, "Autre nom");
  EXPECT_EQ(owner().one(answers, later.id, w.guest).substr(0, 3), "- -") << "guests go along";
  EXPECT_TRUE(owner().one(events::find_series, w.first).finished);
}

TEST(Series, E07_AnotherRhythmCallsOffTheDatesThatItDoesNotGive) {
  Weekly w;
  as(w.maker, invite_them, w.first, {w.guest});
  const auto before = w.all();
  EXPECT_EQ(follow(w, {.which = w.first, .begins = start(before[0]), .shift = 0s, .by_date = true, .interval = 2}), 1);
  for (size_t i = 0; i < before.size(); ++i)
    EXPECT_EQ(owner().one(state_of, before[i].id), i % 2 == 0 ? "published" : "cancelled") << i;
  EXPECT_THAT(owner().one(mails_to, w.guest), testing::EndsWith(", events.change " + std::to_string(w.first.number())));
}

TEST(Series, E07_CalledOffFromADateOn) {
  Weekly w;
  as(w.maker, invite_them, w.first, {w.guest});
  const auto before = w.all();
  EXPECT_EQ(
      as(w.maker, cancel_from, before[2].id, before[2].starts_at, Text("FREQ=WEEKLY;UNTIL=20270101T000000Z")).front(),
      1);
  EXPECT_EQ(owner().one(state_of, before[1].id), "published");
  EXPECT_EQ(owner().one(state_of, before.back().id), "cancelled");
  EXPECT_TRUE(owner().one(events::find_series, w.first).finished);
  EXPECT_THAT(owner().one(mails_to, w.guest),
              testing::EndsWith(", events.cancellation " + std::to_string(before[2].id.number())));
  EXPECT_EQ(as(w.maker, cancel_from, before[2].id, before[2].starts_at, Text("FREQ=WEEKLY")).front(), 0)
      << "the second click";
}

TEST(Series, E03_ARhythmIsSeenByWhoeverSeesADate) {
  const auto maker = member("Rose", "Amiel"), guest = member("Inès", "Carrel"), stranger = member("Nour", "Haddad");
  const auto hidden = event(maker, {.state = "draft"});
  run_as(maker, begin, hidden, "FREQ=WEEKLY;BYDAY=TU");
  EXPECT_TRUE(as(stranger, events::find_series, hidden).empty());
  owner().run(published, hidden);
  as(maker, invite_them, hidden, {guest});
  EXPECT_TRUE(as(stranger, events::find_series, hidden).empty());
  EXPECT_EQ(as(guest, events::find_series, hidden).size(), 1);
  EXPECT_EQ(as(guest, see_series_guests).front(), 1);
  EXPECT_EQ(as(maker, see_series_guests).front(), 0) << "whoever left says so to nobody";
}

TEST(Series, E03_AStrangerOfASeriesChangesNothingOfIt) {
  Weekly w;
  const auto stranger = member("Nour", "Haddad");
  EXPECT_EQ(refusal_of([&] { as(stranger, publish, w.first, {}, 0, true); }), "CP403");
  EXPECT_EQ(refusal_of([&] { run_as(stranger, begin, w.first, ""); }), "CP403");
}

}  // namespace
