#pragma once
// Where something is, drawn without any map server: the towns around it, and rings of so many kilometres, like those of
// the mark.

#include <span>
#include <string>
#include <string_view>

#include "core/html.hpp"

namespace ui {

struct Town {
  std::string name = {};
  double latitude = 0, longitude = 0;
  int population = 0;
};

struct Locator {
  std::string_view label;  ///< read out: «12 rue des Tilleuls, 25000 Besançon»
  double latitude = 0, longitude = 0;
  std::span<const Town> towns;  ///< the largest around, as many as one has; twelve are drawn
};

/// Nothing when there is no town to show.
void locator(html::Out& out, const Locator& locator);

}  // namespace ui
