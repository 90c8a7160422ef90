// A job, a service that answers as a test wants, and what becomes of the event's point.

#include "events/locate.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <thread>

#include "core/jobs/workers.hpp"
#include "testing/http_server.hpp"
#include "testing/scene.hpp"

namespace {

using namespace std::chrono_literals;
using namespace testing_db;
using testing_http::ok;

struct Spot {
  std::optional<double> latitude, longitude;
  bool operator==(const Spot&) const = default;
};
const pg::Statement<Spot(EventId)> spot_of{"scene.locate.spot", "select latitude, longitude from event where id = $1"};
const pg::Statement<void(EventId)> put_commune{"scene.locate.commune",
                                               "update event set latitude = 47.25, longitude = 6.02 where id = $1"};
const pg::Statement<void(EventId)> move{"scene.locate.move",
                                        "update event set address = '3 place du Marché' where id = $1"};
const pg::Statement<void(EventId)> ask{"scene.locate.ask", R"(
  select enqueue_job('events.locate', 'test:' || id, jsonb_build_object('event', id, 'address', address, 'postcode', postcode, 'city', city), null)
    from event where id = $1)"};
struct State {
  bool done;
  std::int32_t attempts;
  std::optional<std::string> last_error;
};
const pg::Statement<State(EventId)> job_of{
    "scene.locate.job", "select done_at is not null, attempts, last_error from job where key = 'test:' || $1::bigint"};
const pg::Statement<void(EventId)> as_app{"test.locate.as_app", "select event_locate($1, '', '', '', 0, 0)"};

constexpr Spot commune{47.25, 6.02}, house{47.2378, 6.0241};

std::string found(const std::string& score) {
  return ok(R"({"features": [{"geometry": {"coordinates": [6.0241, 47.2378]}, "properties": {"score": )" + score +
            "}}]}");
}

struct Locating : testing::Test {
  testing_http::Server service;
  Settings settings;
  EventId place = event(member());
  std::unique_ptr<jobs::Workers> workers;

  Locating() {
    settings.database_url = app_url();
    settings.address_service = service.url();
    owner().run(put_commune, place);
  }
  void look() {
    owner().run(ask, place);
    workers = std::make_unique<jobs::Workers>(settings, std::vector{events::locate_job()}, 1);
    workers->wake();
  }
  [[nodiscard]] State job() const { return owner().one(job_of, place); }
  [[nodiscard]] Spot spot() const { return owner().one(spot_of, place); }
  static bool eventually(const std::function<bool()>& happened) {
    for (const auto end = std::chrono::steady_clock::now() + 8s; std::chrono::steady_clock::now() < end;
         std::this_thread::sleep_for(5ms))
      if (happened()) return true;
    return false;
  }
};

TEST_F(Locating, E01_TheAddressGetsItsOwnPoint) {
  service.answer(found("0.93"));
  look();
  ASSERT_TRUE(eventually([&] { return job().done; }));
  EXPECT_EQ(spot(), house);
}

TEST_F(Locating, E01_TheCommunesPointStaysWhenTheServiceKnowsNoBetter) {
  service.answer(found("0.3"));
  look();
  ASSERT_TRUE(eventually([&] { return job().done; }));
  EXPECT_EQ(spot(), commune);
}

TEST_F(Locating, E01_AServiceThatFailsIsAskedAgainLater) {
  service.answer(ok("<html>Bad Gateway</html>"));
  look();
  ASSERT_TRUE(eventually([&] { return job().last_error.has_value(); }));
  EXPECT_FALSE(job().done);
  EXPECT_EQ(job().attempts, 1);
  EXPECT_EQ(spot(), commune);
}

TEST_F(Locating, E01_APlaceThatWasChangedMeanwhileKeepsItsOwn) {
  service.answer(found("0.93"), 300);
  look();
  ASSERT_TRUE(eventually([&] { return !service.requests().empty(); }));
  owner().run(move, place);
  ASSERT_TRUE(eventually([&] { return job().done; }));
  EXPECT_EQ(spot(), commune);
}

TEST_F(Locating, IsForJobsAlone) {
  EXPECT_EQ(refusal_of([&] { run_as(member(), as_app, place); }), "42501");
}

}  // namespace
