#pragma once
// A list of places, and a map beside it that says the same: the map is drawn from the list's own lines, so that it can
// show nothing else.
//
//   ui::map(out, {.label = "Carte des sections", …}, [&] {
//     out(R"(<ul class="spots">)");
//     ui::open_spot(out, {.id = "section-12", .icon = "users-round", …});  // then the line's words, and </li>
//   });

#include <array>
#include <string>
#include <string_view>

#include "core/html.hpp"
#include "ui/icon.hpp"

namespace ui {

/// A line of the list that stands somewhere.
struct Spot {
  std::string id = {};
  Icon icon = {};
  bool section = false;  ///< a house that stays; otherwise something that happens
  double latitude = 0, longitude = 0;
};
void open_spot(html::Out& out, const Spot& spot);

/// A line of a tile that stands for several, which have none of their own; without its end.
struct Several {
  std::string id = {};
  std::int64_t count = 0;
  double latitude = 0, longitude = 0;
  std::array<double, 4> around = {};  ///< what holds them: west, south, east, north
};
void open_several(html::Out& out, const Several& several);

struct Map {
  std::string label = {};              ///< read out
  double latitude = 0, longitude = 0;  ///< where the viewer stands
  int kilometres = 50;                 ///< of the ring around; 0: nobody stands there, the places alone count
  /// Where there are more than the list shows: the map asks for the lines of what it is looking at, tile by tile, at
  /// this address with {z}, {x} and {y}; and begins with this part of the world: west, south, east, north.
  std::string tiles = {};
  std::array<double, 4> bounds = {};
};
/// Without script, or where nothing can be drawn, the list alone.
template <class List>
void map(html::Out& out, const Map& map, List&& list);

// —

void open_map(html::Out& out, const Map& map);
void close_map(html::Out& out);

template <class List>
void map(html::Out& out, const Map& map, List&& list) {
  open_map(out, map);
  list();
  close_map(out);
}

}  // namespace ui
