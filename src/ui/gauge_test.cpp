#include "ui/gauge.hpp"

#include <gmock/gmock.h>

#include "ui/event_card.hpp"
#include "ui/locator.hpp"

using testing::HasSubstr;
using testing::Not;

namespace {
std::string drawn(const ui::Gauge& gauge) {
  html::Out out;
  ui::gauge(out, gauge);
  return out.finish();
}

size_t places(const std::string& page, std::string_view state) {
  const auto wanted = "class=\"" + std::string(state) + "\"></use>";
  size_t count = 0;
  for (auto at = page.find(wanted); at != std::string::npos; at = page.find(wanted, at + 1)) ++count;
  return count;
}
}  // namespace

TEST(Gauge, E06_HasOnePlaceForEachPersonOfTheGoal) {
  const auto page = drawn({.id = "g", .unit = ui::Unit::door, .coming = 7, .maybe = 2, .goal = 12, .unanswered = 14});
  EXPECT_EQ(places(page, "on"), 7U);
  EXPECT_EQ(places(page, "maybe"), 2U);
  EXPECT_EQ(places(page, "off"), 3U);
  EXPECT_THAT(page, HasSubstr("unit-door"));
  EXPECT_THAT(page, HasSubstr("attendus sur 12"));
  EXPECT_THAT(page, HasSubstr("14 n’ont pas répondu"));
}

TEST(Gauge, GrowsWithThoseBeyondTheGoalAndMaybesFindNoPlaceLeft) {
  const auto page = drawn({.id = "g", .coming = 15, .maybe = 3, .goal = 12});
  EXPECT_EQ(places(page, "on"), 15U);
  EXPECT_EQ(places(page, "maybe"), 0U);
  EXPECT_EQ(places(page, "off"), 0U);
}

TEST(Gauge, IsABarAboveForty) {
  EXPECT_EQ(places(drawn({.id = "g", .coming = 1, .goal = 40}), "off"), 39U);
  const auto bar = drawn({.id = "g", .coming = 10, .maybe = 100, .goal = 50});
  EXPECT_EQ(places(bar, "off"), 0U);
  EXPECT_THAT(bar, HasSubstr(R"(<rect class="on" width="200")"));
  EXPECT_THAT(bar, HasSubstr(R"(<rect class="maybe" width="1000")")) << "no wider than the bar";
}

TEST(Gauge, WithoutGoalSaysHowManyInWords) {
  const auto page = drawn({.id = "g", .coming = 1});
  EXPECT_THAT(page, Not(HasSubstr("<svg")));
  EXPECT_THAT(page, HasSubstr("<b>1</b> participant"));
  EXPECT_EQ(ui::gauge_words({.id = "g", .coming = 2, .maybe = 1, .goal = 12}), "2 attendus sur 12, 1 peut-être");
}

TEST(Gauge, E11_PlacesCountWhateverTheGoal) {
  const ui::Gauge full{.id = "g", .coming = 12, .maybe = 2, .goal = 30, .capacity = 12, .waiting = 3};
  const auto page = drawn(full);
  EXPECT_EQ(places(page, "on"), 12U);
  EXPECT_EQ(places(page, "off"), 0U);
  EXPECT_THAT(page, HasSubstr("<b>12</b> inscrits sur 12 places"));
  EXPECT_EQ(ui::gauge_words(full), "12 inscrits sur 12 places, 3 en attente, 2 peut-être");
}

TEST(Kind, E02_EveryKindIsFoundByItsCode) {
  ASSERT_EQ(ui::kinds().size(), 13U);
  for (const auto& kind : ui::kinds()) {
    EXPECT_EQ(ui::kind_of(kind.code), kind.kind);
    EXPECT_EQ(ui::words(kind.kind).code, kind.code) << "the table is not in the order of the kinds";
  }
  EXPECT_EQ(ui::kind_of("picnic"), std::nullopt);
  EXPECT_EQ(ui::kind_options(true).size() + ui::kind_options(false).size(), 13U);
}

TEST(EventCard, E05_TheGivenAnswerIsPressed) {
  html::Out out;
  ui::answers(out, {"a", html::Url::local("/evenements/1/reponse"), "jeton", ui::Answer::maybe});
  const auto page = out.finish();
  EXPECT_THAT(page, HasSubstr(R"(value="maybe" aria-pressed="true")"));
  EXPECT_THAT(page, HasSubstr(R"(value="yes" aria-pressed="false")"));
  EXPECT_EQ(ui::answer_of("no"), ui::Answer::no);
  EXPECT_EQ(ui::answer_of(""), std::nullopt);
}

TEST(Locator, StaysInsideItsPictureAndIsNothingWithoutTowns) {
  html::Out none;
  ui::locator(none, {.label = "nulle part", .latitude = 47, .longitude = 6});
  EXPECT_EQ(none.finish(), "");
  const std::vector<ui::Town> same = {{"Ici", 47, 6, 1000}};
  html::Out here;
  ui::locator(here, {.label = "ici", .latitude = 47, .longitude = 6, .towns = same});
  EXPECT_THAT(here.finish(), HasSubstr(">Ici</text>")) << "a town at the very point divides by nothing";
}
