#include "ui/locator.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace ui {

namespace {
constexpr int width = 340, height = 240;
constexpr double kilometres_per_degree = 111.2;
constexpr size_t most_towns = 12;
constexpr double reach_in_picture = 128;  // pixels from the middle to the farthest town that decides the scale

struct Point {
  double x, y;
};

struct Spot {
  const Town* town;
  Point kilometres;  // from the middle; y grows southward
  double distance;
};

Point kilometres(const Locator& from, const Town& town) {
  const double shrink = std::cos(from.latitude * std::numbers::pi / 180);
  return {(town.longitude - from.longitude) * kilometres_per_degree * shrink,
          (from.latitude - town.latitude) * kilometres_per_degree};
}

// Rings stand at a round number of kilometres, two or three of them in the picture.
double ring_step(double reach) {
  for (const double step : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0})
    if (reach / step <= 3.6) return step;
  return 200;
}

constexpr double letter_width = 7.4;  // on average, of the labels' letters

// Bytes that begin a character.
long utf8_length(std::string_view text) {
  return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

int pixel(double value) {
  return static_cast<int>(std::lround(value));
}

// A label keeps clear of the pin and of labels already placed.
bool is_free(const std::vector<Point>& taken, Point at) {
  return std::ranges::none_of(
      taken, [&](const Point& other) { return std::abs(at.x - other.x) < 84 && std::abs(at.y - other.y) < 19; });
}
}  // namespace

void locator(html::Out& out, const Locator& locator) {
  std::vector<Spot> spots;
  for (const auto& town : locator.towns) {
    const auto away = kilometres(locator, town);
    spots.push_back({&town, away, std::hypot(away.x, away.y)});
  }
  if (spots.empty()) return;
  std::ranges::sort(spots, {}, &Spot::distance);
  if (spots.size() > most_towns) spots.resize(most_towns);
  const double reach = std::max(spots.back().distance, 2.0);
  const double scale = reach_in_picture / reach;
  const double step = ring_step(reach);

  out(R"(<svg class="locator" viewBox="0 0 {} {}" role="img" aria-label="{}"><g class="rings">)", width, height,
      locator.label);
  for (int ring = 3; ring >= 1; --ring)
    out(R"(<circle cx="{}" cy="{}" r="{}"></circle>)", width / 2, height / 2, pixel(ring * step * scale));
  out(R"(</g><text class="scale" x="12" y="{}">un cercle : {} km</text>)", height - 12, static_cast<int>(step));

  std::ranges::sort(spots, std::ranges::greater{}, [](const Spot& spot) { return spot.town->population; });
  std::vector<Point> taken = {{width / 2.0, height / 2.0 - 22}, {width / 2.0, height / 2.0 - 40}};
  for (const auto& spot : spots) {
    const Point at = {width / 2.0 + spot.kilometres.x * scale, height / 2.0 + spot.kilometres.y * scale};
    const double radius = std::clamp(1.6 + std::sqrt(spot.town->population) / 45, 2.0, 11.0);
    out(R"(<circle class="town" cx="{}" cy="{}" r="{}"></circle>)", pixel(at.x), pixel(at.y), pixel(radius));
    const double length = letter_width * static_cast<double>(utf8_length(spot.town->name));
    const bool at_left = at.x + radius + 5 + length > width - 6;
    const Point label = {at.x + (at_left ? -1 : 1) * (radius + 5 + length / 2), at.y};
    if (!is_free(taken, label)) continue;
    taken.push_back(label);
    out(R"(<text class="{}" x="{}" y="{}">{}</text>)", at_left ? "left" : "right",
        pixel(at.x + (at_left ? -1 : 1) * (radius + 5)), pixel(at.y + 5), spot.town->name);
  }
  out(R"(<path class="pin" d="M170 120c-12-16-19-23-19-34a19 19 0 1 1 38 0c0 11-7 18-19 34z"></path><circle class="hole" cx="170" cy="86" r="7"></circle></svg>)");
}

}  // namespace ui
