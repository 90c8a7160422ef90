// The dashboard is the hottest page: its list must look at few rows, however many events there are. What a function
// does inside shows in no plan, but its buffers do.

#include "dashboard/network_events.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "testing/events.hpp"
#include "testing/plan.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;

constexpr int events_there = 50'000;

const pg::Statement<void()> as_the_server{"scene.dashboard.role", "set local role coopol_app"};

// The statement of the page, with its one parameter filled in.
Text with_circle(Text sql, const Text& circle) {
  for (size_t at = sql.find("$1"); at != Text::npos; at = sql.find("$1", at)) sql.replace(at, 2, circle);
  return sql;
}

TEST(Dashboard, C01_TheListOfMyNetworkTouchesFewPagesOfFiftyThousandEvents) {
  static const Text explain_sql =
      "explain (analyze, buffers, costs off, timing off) " + with_circle(dashboard::network_events.sql(), "'all'");
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
  batch.run(many_events, maker, sections, events_there);
  batch.run(analyze_events);
  batch.run(file_events);
  become(batch, viewer);
  batch.run(as_the_server);
  const auto lines = batch.all(explain);
  undone.send(batch);

  const auto pages = testing_db::pages_touched(*lines);
  ASSERT_TRUE(pages);
  const auto all = owner().one(pages_of_events);
  EXPECT_LT(*pages, all / 3) << "of " << all;
  RecordProperty("pages", *pages);
}

}  // namespace
