#include "core/text/french.hpp"
#include "events/card.hpp"
#include "events/directory/asked.hpp"
#include "events/directory/directory.hpp"
#include "events/directory/found.hpp"
#include "near/found.hpp"
#include "places/tile.hpp"
#include "ui/map.hpp"

namespace events {
namespace {

void write_together(html::Out& out, const std::string& tile, const Standing& square, std::int64_t count) {
  ui::open_several(out, {.id = "square-" + tile + "-" + std::to_string(square.square),
                         .count = count,
                         .latitude = square.latitude,
                         .longitude = square.longitude,
                         .around = {square.west, square.south, square.east, square.north}});
  out("<div><p>{}</p></div></li>", french::count(count, "événement", "événements"));
}

// The events of a square that are told apart, then how many are left.
void write_tile(html::Out& out, const std::string& tile, const std::vector<Standing>& standing) {
  for (size_t i = 0; i < standing.size();) {
    const auto& square = standing[i];
    std::int64_t told = 0;
    for (; i < standing.size() && standing[i].square == square.square; ++i) {
      const auto& e = standing[i];
      if (!e.id) continue;
      ++told;
      near::write_line(
          out, {*e.id, *e.kind, *e.title, *e.city, *e.starts_at, *e.time_zone, *e.all_day, e.latitude, e.longitude, 0},
          "");
    }
    if (told < square.events) write_together(out, tile, standing[i - 1], square.events - told);
  }
}

}  // namespace

http::Response directory_tile(gate::Visit& v) {
  const auto at = places::tile_address(v.text("z"), v.text("x"), v.text("y"), deepest_tile);
  v.no_frame();
  if (!at) {
    v.ask();
    throw http::Error(404);
  }
  const auto standing = v.all(directory_tile_standing, condition(asked(v), now()), at->z, at->x, at->y);
  v.ask();
  html::Out out;
  write_tile(out, v.text("z") + "-" + v.text("x") + "-" + v.text("y"), *standing);
  return http::Response::html(out.finish());
}

}  // namespace events
