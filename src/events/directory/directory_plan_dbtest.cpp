// «Tous les événements» looks at few rows, however many events there are. What a function does inside shows in no plan,
// but its buffers do.

#include <gtest/gtest.h>

#include "events/directory/asked.hpp"
#include "events/directory/found.hpp"
#include "testing/events.hpp"
#include "testing/plan.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;

constexpr int events_there = 50'000;
const pg::Statement<void()> as_the_server{"scene.directory.role", "set local role coopol_app"};

// What the page asks, with its first parameter filled in.
Text explained(Text sql, const events::Asked& asked) {
  const auto quoted = "'" + events::condition(asked, paris::Instant()) + "'";
  sql.replace(sql.find("$1"), 2, quoted);
  return "explain (analyze, buffers, costs off, timing off) " + sql;
}

TEST(EventsDirectoryPlan, E09_AListACountAndATileTouchFewPagesOfFiftyThousandEvents) {
  static const Text of_first = [] {
    auto sql = explained(events::directory_cards.sql(), {});
    return sql.replace(sql.find("$2"), 2, "0");
  }();
  static const Text of_words = explained(events::directory_tally.sql(), {.words = "goguette"});
  static const Text of_near = explained(events::directory_tally.sql(), {.kilometres = 5, .commune = "25056"});
  static const Text of_tile = [] {
    auto sql = explained(events::directory_tile_standing.sql(), {});
    return sql.replace(sql.find("$2, $3, $4"), 10, "11, 1058, 714");  // of Besançon
  }();
  static const pg::Statement<Text()> first{"scene.directory.first", of_first.c_str()},
      words{"scene.directory.words", of_words.c_str()}, near_by{"scene.directory.near", of_near.c_str()},
      tile{"scene.directory.tile", of_tile.c_str()};
  const auto place = federation();
  std::vector<SpaceId> sections;
  sections.reserve(100);
  for (int i = 0; i < 100; ++i) sections.push_back(section(place));
  const auto maker = member("Rose", "Amiel"), viewer = member();
  join(viewer, section(place));

  pg::Transaction undone(owner());
  pg::Batch batch;
  batch.run(many_events, maker, sections, events_there);
  batch.run(analyze_events);
  batch.run(file_events);
  const auto there = batch.one(pages_of_events);
  become(batch, viewer);
  batch.run(as_the_server);
  std::vector<std::pair<const char*, pg::Reply<std::vector<Text>>>> plans;
  for (int turn = 0; turn < 2; ++turn) {  // the first one also reads what the catalogue says of functions
    plans.clear();
    plans.emplace_back("list", batch.all(first));
    plans.emplace_back("words", batch.all(words));
    plans.emplace_back("near", batch.all(near_by));
    plans.emplace_back("tile", batch.all(tile));
  }
  undone.send(batch);
  for (const auto& [name, lines] : plans) {
    const auto pages = pages_touched(*lines);
    ASSERT_TRUE(pages) << name;
    EXPECT_LT(*pages, *there / 3) << name << ", of " << *there;
    RecordProperty(name, *pages);
  }
}

}  // namespace
