// The dashboard is the hottest page: its list must walk the index of what is to come, however many events there are.

#include "dashboard/network_events.hpp"

#include <gtest/gtest.h>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;

constexpr int events_there = 50'000;

// Two years of events of a hundred sections, most of them past.
const pg::Statement<void(MemberId, std::vector<SpaceId>, std::int32_t)> fill{"scene.dashboard.fill", R"(
  insert into event (creator_id, kind, state, title, starts_at, ends_at, is_public, space_ids, city, published_at)
    select $1, 'leafleting', 'published', 'Marché', at, at + interval '2 hours', i % 10 = 0, case when i % 3 = 0 then '{}' else array[($2::bigint[])[1 + i % 100]] end, 'Besançon', now()
      from (select i, now() + interval '3 months' - i * interval '20 minutes' as at from generate_series(1, $3::integer) as i) as made)"};
const pg::Statement<void()> analyze{"scene.dashboard.analyze", "analyze event"};
const pg::Statement<void()> as_the_server{"scene.dashboard.role", "set local role coopol_app"};

// The statement of the page, with its one parameter filled in.
Text with_circle(Text sql, const Text& circle) {
  for (size_t at = sql.find("$1"); at != Text::npos; at = sql.find("$1", at)) sql.replace(at, 2, circle);
  return sql;
}

TEST(Dashboard, C01_TheListOfMyNetworkWalksTheIndexOfWhatIsToCome) {
  static const Text explain_sql =
      "explain (analyze, costs off) " + with_circle(dashboard::network_events.sql(), "'all'");
  static const pg::Statement<Text()> explain{"scene.dashboard.explain", explain_sql.c_str()};
  const auto place = federation();
  std::vector<SpaceId> sections;
  sections.reserve(100);
  for (int i = 0; i < 100; ++i) sections.push_back(section(place));
  const auto maker = member("Rose", "Amiel"), viewer = member();
  join(viewer, sections[42]);
  bond(viewer, maker);

  pg::Transaction undone(owner());  // never committed: other tests need no fifty thousand events
  pg::Batch batch;
  batch.run(fill, maker, sections, events_there);
  batch.run(analyze);
  become(batch, viewer);
  batch.run(as_the_server);
  const auto lines = batch.all(explain);
  undone.send(batch);

  Text plan;
  for (const auto& line : *lines) plan += line + '\n';
  EXPECT_NE(plan.find("Index Scan using event_start on event e"), Text::npos) << plan;
  EXPECT_EQ(plan.find("Seq Scan on event"), Text::npos) << plan;
  RecordProperty("plan", plan);
}

}  // namespace
