// E03: the dates of a series are made once, ahead; guests and answers; «celui-ci / les suivants / tous».

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/calendar/rule.hpp"
#include "events/series/job.hpp"
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
