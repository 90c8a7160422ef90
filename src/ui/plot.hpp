#pragma once
// A few numbers week by week (or month by month), as a plot that a person understands: title, what it says in one
// sentence, axis, legend, and the table behind it. Drawn by the server, without script; shapes stretch with the page,
// words do not.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/html.hpp"

namespace ui {

struct PlotValue {
  std::optional<std::int64_t> value = {};  ///< none: not known
  bool few = false;                        ///< known, and not shown: «moins de 5»
};
struct PlotSeries {
  std::string name;
  std::vector<PlotValue> values;  ///< one for each row
};
struct Plot {
  std::string_view title;
  std::string_view summary = {};  ///< one sentence, read out in place of the drawing
  std::string_view row_name = "Semaine";
  std::span<const std::string> rows = {};   ///< «10 nov.»
  std::span<const PlotSeries> series = {};  ///< one to three
  bool line = false;  ///< a level that goes on (line), rather than what happened in each row (bars)
};
void plot(html::Out& out, const Plot& plot);

/// The number above which the axis ends: 1, 2 or 5 followed by zeros, 4 at least.
std::int64_t plot_top(std::int64_t highest);

}  // namespace ui
