#pragma once
// What maps are drawn on, as vector tiles (Mapbox Vector Tile 2.1): départements, communes where somebody brought their
// outlines, towns by size. Public data and the same for everybody: nothing of what members do.

#include <optional>
#include <string_view>

#include "gate/visit.hpp"

namespace places {

inline constexpr int deepest = 10;  ///< beyond that zoom maps enlarge these tiles

struct TileAddress {
  int z, x, y;
};
/// Of three plain numbers that name a tile there is, as deep as that.
std::optional<TileAddress> tile_address(std::string_view z, std::string_view x, std::string_view y, int most = deepest);

http::Response show_tile(gate::Visit& v);

}  // namespace places
