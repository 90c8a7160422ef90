#include "ui/map.hpp"

#include <array>
#include <cstdio>

namespace ui {
namespace {

constexpr size_t longest_point = 32;

// Five decimals: a metre.
std::string point(double longitude, double latitude) {
  std::array<char, longest_point> text{};
  std::snprintf(text.data(), text.size(), "%.5f,%.5f", longitude, latitude);
  return text.data();
}

}  // namespace

void open_spot(html::Out& out, const Spot& spot) {
  out(R"(<li class="spot{}" id="{}" data-atlas-target="spot" data-at="{}"><span class="mark-of">{}</span>)",
      spot.section ? " lasting" : "", spot.id, point(spot.longitude, spot.latitude), icon(spot.icon));
}

}  // namespace ui
