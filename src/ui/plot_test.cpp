#include "ui/plot.hpp"

#include <gmock/gmock.h>

#include <array>

using testing::HasSubstr;
using testing::Not;

namespace {

TEST(Plot, S12_TheAxisEndsAtARoundNumber) {
  EXPECT_EQ(ui::plot_top(0), 4);
  EXPECT_EQ(ui::plot_top(4), 4);
  EXPECT_EQ(ui::plot_top(5), 10);
  EXPECT_EQ(ui::plot_top(11), 20);
  EXPECT_EQ(ui::plot_top(21), 40);
  EXPECT_EQ(ui::plot_top(41), 100);
  EXPECT_EQ(ui::plot_top(2001), 4000);
}

TEST(Plot, S12_SaysFewWithoutANumberAndBreaksALineWhereNothingIsKnown) {
  const std::array<std::string, 4> rows{"2 nov.", "9 nov.", "16 nov.", "23 nov."};
  const std::array series{ui::PlotSeries{"Membres", {{.value = 10}, {}, {.few = true}, {.value = 20}}}};
  html::Out bars, line;
  ui::plot(bars, {.title = "Qui", .summary = "De 10 à 20.", .rows = rows, .series = series});
  ui::plot(line, {.title = "Qui", .summary = "De 10 à 20.", .rows = rows, .series = series, .line = true});
  const auto drawn = bars.finish();
  EXPECT_THAT(drawn, HasSubstr("<td>moins de 5</td>"));
  EXPECT_THAT(drawn, HasSubstr("<td>—</td>"));
  EXPECT_THAT(drawn, HasSubstr(R"(role="img" aria-label="Qui. De 10 à 20.")"));
  EXPECT_THAT(line.finish(), HasSubstr("M125 120M875 0")) << "two points, and no line through what is not known";
}

}  // namespace
