#include "events/figures.hpp"

#include <gtest/gtest.h>

namespace {

using namespace events;

http::Fields form(std::initializer_list<std::pair<const char*, const char*>> pairs) {
  http::Fields fields;
  for (const auto& [name, value] : pairs) fields.add(name, value);
  return fields;
}

TEST(EventFigures, E10_ReadsTheFiguresOfTheKindAndNoOthers) {
  ui::Errors errors;
  const auto figures = read_figures(
      ui::Kind::door_to_door, form({{"doors_knocked", "1 246"}, {"doors_opened", "310"}, {"calls", "7"}}), errors);
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(figures.doors_knocked, 1246);
  EXPECT_EQ(figures.doors_opened, 310);
  EXPECT_EQ(figures.leaflets, 0);
  EXPECT_EQ(figures.calls, 0);
}

TEST(EventFigures, E10_RefusesWhatIsNoCount) {
  for (const char* bad : {"-1", "douze", "1.5", "99999999999", "100001"}) {
    ui::Errors errors;
    read_figures(ui::Kind::door_to_door, form({{"doors_knocked", bad}}), errors);
    EXPECT_FALSE(errors["doors_knocked"].empty()) << bad;
  }
}

TEST(EventFigures, E10_NoMoreDoorsOpenThanWereKnockedAt) {
  ui::Errors errors;
  read_figures(ui::Kind::door_to_door, form({{"doors_knocked", "10"}, {"doors_opened", "11"}}), errors);
  EXPECT_FALSE(errors["doors_opened"].empty());
}

TEST(EventFigures, E10_VotesAreReckonedByTheSettings) {
  Settings settings;
  EXPECT_DOUBLE_EQ(votes({.doors_knocked = 34, .calls = 150}, settings), 3.5);
  EXPECT_DOUBLE_EQ(votes({.leaflets = 100'000}, settings), 1);
  settings.doors_per_vote = 34;
  EXPECT_DOUBLE_EQ(votes({.doors_knocked = 34}, settings), 1);
}

TEST(EventFigures, E10_VotesInWords) {
  EXPECT_EQ(votes_words(0), "");
  EXPECT_EQ(votes_words(0.2), "près d’une voix");
  EXPECT_EQ(votes_words(3.4), "environ 3\u00a0voix");
}

TEST(EventFigures, E10_OnlyWhatWasDoneIsShown) {
  const auto shown = stats({.doors_knocked = 46, .doors_opened = 1});
  ASSERT_EQ(shown.size(), 2U);
  EXPECT_EQ(shown[0].value, "46");
  EXPECT_EQ(shown[0].label, "portes frappées");
  EXPECT_EQ(shown[1].label, "porte ouverte");
}

}  // namespace
