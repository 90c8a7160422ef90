#pragma once
// What «Tous les événements» finds, for one question: asked.hpp has it as JSON.

#include "core/pg/statement.hpp"
#include "events/card.hpp"

namespace events {

/// A page of it and one more, after that event.
extern const pg::Statement<Card(std::string, std::int64_t)> directory_cards;

struct Tally {
  std::int32_t events, placed;  ///< as far as counted; those that have a point
  std::optional<double> west, south, east, north;
};
inline constexpr std::int32_t counted = 1000;  ///< one more than that means that there are others
extern const pg::Statement<Tally(std::string)> directory_tally;

/// An event of a tile, or what stands together in a square of it and is not told apart.
struct Standing {
  std::int64_t square;
  std::int32_t events;
  double longitude, latitude;  ///< of the event, else the middle of what the square holds
  double west, south, east, north;
  std::optional<EventId> id;
  std::optional<std::string> kind, title, city;
  std::optional<pg::Time> starts_at;
  std::optional<std::string> time_zone;
  std::optional<bool> all_day;
};
/// Zoom, column and row of the tile.
extern const pg::Statement<Standing(std::string, std::int32_t, std::int32_t, std::int32_t)> directory_tile_standing;
inline constexpr int deepest_tile = 15;

}  // namespace events
