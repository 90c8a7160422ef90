// E11: places that run out, those who wait for one, and the order in which they come by one.

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "events/answer.hpp"
#include "events/detail.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Members = std::vector<MemberId>;
using Text = std::string;

const pg::Statement<void(EventId, std::optional<std::int32_t>)> give_places{
    "scene.places.give", "update event set capacity = $2 where id = $1"};
const pg::Statement<MemberId(std::int32_t)> crowd{"scene.places.crowd", R"(
  insert into member (first_name, last_name, visibility) select 'Essai', 'Nombreux', 'everyone' from generate_series(1, $1) returning id)"};
const pg::Statement<MemberId(EventId)> who_comes{
    "scene.places.coming",
    "select member_id from event_guest where event_id = $1 and answer = 'yes' order by answered_at, member_id"};
const pg::Statement<MemberId(EventId)> who_waits{
    "scene.places.waiting",
    "select member_id from event_guest where event_id = $1 and answer = 'waiting' order by answered_at, member_id"};
const pg::Statement<Text(EventId)> told{"scene.places.told",
                                        "select coalesce(string_agg(member_id::text, ',' order by id), '') from mail "
                                        "where subject_id = $1 and kind = 'events.place'"};
struct Counts {
  std::int32_t invited, coming, maybe, declined, waiting;
  auto operator<=>(const Counts&) const = default;
};
const pg::Statement<Counts(EventId)> counts{
    "scene.places.counts", "select invited, coming, maybe, declined, waiting from event where id = $1"};
const pg::Statement<void(MemberId)> vanish{"scene.places.vanish", "delete from event_guest where member_id = $1"};
const pg::Statement<void(EventId)> jump{"test.places.jump",
                                        "update event_guest set answer = 'yes', answered_at = now() - interval '1 "
                                        "year' where event_id = $1 and member_id = viewer_id()"};
const pg::Statement<std::int64_t(EventId)> waiting_seen{
    "test.places.seen", "select count(*) from event_guest where event_id = $1 and answer = 'waiting'"};
const pg::Statement<void(EventId)> move_up{"test.places.move_up", "select event_move_up($1)"};

struct Scene {
  MemberId maker = member("Rose", "Amiel");
  EventId event = testing_db::event(maker, {.is_public = true});

  explicit Scene(int places) { owner().run(give_places, event, places); }
  Text answer(MemberId who, const Text& what, std::optional<std::int32_t> companions = {}) const {
    EXPECT_TRUE(as(who, events::record_answer, event, what, companions).front());
    return as(who, events::find_event, event).front().answer.value_or("");
  }
  std::int32_t brought(MemberId who) const { return as(who, events::find_event, event).front().brought; }
  std::int32_t turn(MemberId who) const { return as(who, events::find_event, event).front().turn; }

  // Through as many connections as a busy server has, each of which has its next one wait for nobody.
  template <class Companions>
  void answer_at_once(const Members& people, Companions companions) const {
    constexpr size_t doors = 10;
    std::vector<std::thread> threads;
    threads.reserve(doors);
    for (size_t door = 0; door < doors; ++door)
      threads.emplace_back([&, door] {
        pg::Connection connection(app_url(), "test places");
        for (size_t i = door; i < people.size(); i += doors) {
          pg::Batch batch;
          become(batch, people[i]);
          batch.one(events::record_answer, event, Text("yes"), std::optional<std::int32_t>(companions(i)));
          connection.send(batch);
        }
      });
    for (auto& thread : threads) thread.join();
  }
};

TEST(EventPlaces, E11_FiveHundredForTwelvePlacesAtOnceAreTwelveAndTheRestInOrder) {
  const Scene s(12);
  const auto people = owner().all(crowd, 500);
  s.answer_at_once(people, [](size_t) { return 0; });
  EXPECT_EQ(owner().one(counts, s.event), (Counts{500, 12, 0, 0, 488}));
  EXPECT_EQ(owner().all(who_comes, s.event).size(), 12U);
  EXPECT_EQ(owner().one(told, s.event), "") << "nobody waited for what they had at once";

  // They leave one after the other: those who wait come in their order.
  auto expected = owner().all(who_waits, s.event);
  expected.resize(12);
  for (const auto who : owner().all(who_comes, s.event)) s.answer(who, "no");
  auto now_coming = owner().all(who_comes, s.event);
  const auto by_number = [](MemberId a, MemberId b) { return a.number() < b.number(); };
  std::ranges::sort(now_coming, by_number);
  std::ranges::sort(expected, by_number);
  EXPECT_EQ(now_coming, expected);
  EXPECT_EQ(owner().one(counts, s.event), (Counts{500, 12, 0, 12, 476}));
}

struct Party {
  MemberId who;
  std::int32_t persons;
};
const pg::Statement<Party(EventId, Text)> parties{"scene.places.parties", R"(
  select member_id, 1 + companions from event_guest where event_id = $1 and answer = $2 order by answered_at, member_id)"};
std::int32_t persons(const std::vector<Party>& all) {
  std::int32_t sum = 0;
  for (const auto& one : all) sum += one.persons;
  return sum;
}

TEST(EventPlaces, E11_WithCompanionsNoPlaceIsTakenTwiceNorLeftEmptyAndTheQueueKeepsItsOrder) {
  const Scene s(12);
  const auto people = owner().all(crowd, 150);
  s.answer_at_once(people, [](size_t i) { return static_cast<std::int32_t>(i % 4); });
  constexpr int all = 150 + (0 + 1 + 2 + 3) * 37 + 0 + 1;
  EXPECT_EQ(persons(owner().all(parties, s.event, "yes")), 12);
  EXPECT_EQ(owner().one(counts, s.event), (Counts{150, 12, 0, 0, all - 12}));

  // Whoever leaves makes room for the first of the queue who fit.
  for (int i = 0; i < 6; ++i) {
    auto queue = owner().all(parties, s.event, "waiting");
    const auto leaving = owner().all(parties, s.event, "yes").front();
    auto room = leaving.persons;
    Members expected;
    for (const auto& one : queue)
      if (one.persons <= room) {
        expected.push_back(one.who);
        room -= one.persons;
      }
    ASSERT_EQ(room, 0);
    s.answer(leaving.who, "no");
    for (const auto who : expected) EXPECT_EQ(as(who, events::find_event, s.event).front().answer, "yes");
    EXPECT_EQ(persons(owner().all(parties, s.event, "yes")), 12);
  }
}

TEST(EventPlaces, E11_CompanionsTooManyAreRefusedAndThePlaceIsKept) {
  const Scene s(4);
  const auto family = member("Inès", "Un"), couple = member("Malo", "Deux"), group = member("Zoé", "Trois");
  EXPECT_EQ(s.answer(family, "yes", 1), "yes");
  EXPECT_EQ(s.answer(family, "yes", 4), "yes") << "five persons for four places";
  EXPECT_EQ(s.brought(family), 1);
  EXPECT_EQ(s.answer(family, "yes", 2), "yes");
  EXPECT_EQ(s.answer(family, "yes"), "yes") << "from a card, which does not ask";
  EXPECT_EQ(s.brought(family), 2);
  EXPECT_EQ(s.answer(couple, "yes", 1), "waiting") << "one place left for two";
  EXPECT_EQ(s.answer(group, "yes", 2), "waiting");
  EXPECT_EQ(s.turn(group), 3) << "two persons before them";
  EXPECT_EQ(owner().one(counts, s.event), (Counts{3, 3, 0, 0, 5}));

  EXPECT_EQ(s.answer(family, "yes", 1), "yes");
  EXPECT_EQ(as(couple, events::find_event, s.event).front().answer, "yes") << "fewer companions make room";
  EXPECT_EQ(s.answer(family, "maybe"), "maybe");
  EXPECT_EQ(s.brought(family), 0);
  EXPECT_EQ(s.turn(group), 1);
  EXPECT_EQ(s.answer(group, "yes", 1), "yes") << "two fit where three did not";
  EXPECT_EQ(owner().one(counts, s.event), (Counts{3, 4, 1, 0, 0}));
  const auto seen = as(s.maker, events::find_event, s.event).front();
  EXPECT_EQ(seen.unanswered(), 0) << "companions are no answers";
}

TEST(EventPlaces, E11_WhoeverWaitsKeepsTheirTurnAndIsToldOnceTheyComeIn) {
  const Scene s(1);
  const auto first = member("Inès", "Un"), second = member("Malo", "Deux"), third = member("Zoé", "Trois");
  EXPECT_EQ(s.answer(first, "yes"), "yes");
  EXPECT_EQ(s.answer(second, "yes"), "waiting");
  EXPECT_EQ(s.answer(third, "yes"), "waiting");
  EXPECT_EQ(s.answer(second, "yes"), "waiting") << "asking again changes nothing";
  EXPECT_EQ(s.answer(first, "yes"), "yes") << "nor does it for whoever has a place";
  EXPECT_EQ(s.turn(second), 1);
  EXPECT_EQ(s.turn(third), 2);
  EXPECT_EQ(s.answer(first, "maybe"), "maybe");
  EXPECT_EQ(s.turn(second), 0);
  EXPECT_EQ(s.turn(third), 1);
  EXPECT_EQ(owner().one(told, s.event), std::to_string(second.number()));
  EXPECT_EQ(s.answer(first, "yes"), "waiting") << "a place given up is gone";
  EXPECT_EQ(s.turn(first), 2);
  EXPECT_EQ(s.answer(third, "no"), "no");
  EXPECT_EQ(s.turn(first), 1);
}

TEST(EventPlaces, E11_MorePlacesAreGivenAtOnceAndFewerTakeNobodys) {
  const Scene s(1);
  Members people;
  for (int i = 0; i < 4; ++i) {
    people.push_back(member("Essai", "Nombreux"));
    s.answer(people.back(), "yes");
  }
  owner().run(give_places, s.event, 3);
  EXPECT_EQ(owner().all(who_comes, s.event).size(), 3U);
  owner().run(give_places, s.event, 2);
  EXPECT_EQ(owner().one(counts, s.event), (Counts{4, 3, 0, 0, 1}));
  s.answer(people.front(), "no");
  EXPECT_EQ(owner().one(counts, s.event).waiting, 1) << "two come for two places";
  owner().run(give_places, s.event, std::nullopt);
  EXPECT_EQ(owner().one(counts, s.event), (Counts{4, 3, 0, 1, 0}));
}

TEST(EventPlaces, E11_APlaceOfWhoeverIsGoneIsGiven) {
  const Scene s(1);
  const auto first = member("Inès", "Un"), second = member("Malo", "Deux");
  s.answer(first, "yes");
  s.answer(second, "yes");
  owner().run(vanish, first);
  EXPECT_EQ(owner().all(who_comes, s.event), Members{second});
}

TEST(EventPlaces, E11_NobodyPassesTheOthersNorSeesThem) {
  const Scene s(1);
  const auto first = member("Inès", "Un"), second = member("Malo", "Deux"), third = member("Zoé", "Trois");
  s.answer(first, "yes");
  s.answer(second, "yes");
  s.answer(third, "yes");
  run_as(third, jump, s.event);
  EXPECT_EQ(owner().all(who_comes, s.event), Members{first}) << "whatever is written, no place is no place";
  EXPECT_EQ(refusal_of([&] { run_as(third, move_up, s.event); }), "42501");
  EXPECT_EQ(as(first, waiting_seen, s.event).front(), 0);
  EXPECT_EQ(as(second, waiting_seen, s.event).front(), 1) << "themselves";
  EXPECT_EQ(as(s.maker, waiting_seen, s.event).front(), 2) << "the organiser";
}

}  // namespace
