#include "ui/map.hpp"

#include <array>
#include <cstdio>

#include "ui/assets.hpp"

namespace ui {
namespace {

constexpr size_t longest_point = 32;

// Five decimals: a metre.
std::string point(double longitude, double latitude) {
  std::array<char, longest_point> text{};
  std::snprintf(text.data(), text.size(), "%.5f,%.5f", longitude, latitude);
  return text.data();
}

std::string box(const std::array<double, 4>& corners) {
  return point(corners[0], corners[1]) + "," + point(corners[2], corners[3]);
}

}  // namespace

void open_spot(html::Out& out, const Spot& spot) {
  out(R"(<li class="spot{}" id="{}" data-atlas-target="spot" data-at="{}"><span class="mark-of">{}</span>)",
      spot.section ? " lasting" : "", spot.id, point(spot.longitude, spot.latitude), icon(spot.icon));
}

void open_several(html::Out& out, const Several& several) {
  out(R"(<li class="spot" id="{}" data-at="{}" data-around="{}" data-count="{}"><span class="mark-of">{}</span>)",
      several.id, point(several.longitude, several.latitude), box(several.around), several.count, several.count);
}

void open_map(html::Out& out, const Map& map) {
  out(R"(<div class="atlas" data-controller="atlas" data-atlas-script-value="/static/{}" data-atlas-home-value="{}" data-atlas-circle-value="{}" data-atlas-label-value="{}" data-atlas-tiles-value="{}" data-atlas-bounds-value="{}">)",
      asset("map.js"), point(map.longitude, map.latitude), map.kilometres, map.label, map.tiles,
      map.tiles.empty() ? "" : box(map.bounds));
  out(R"(<div class="atlas-switch" role="group" aria-label="Montrer" hidden data-atlas-target="switch">)"
      R"(<button type="button" aria-pressed="true" data-view="list" data-atlas-target="choice" data-action="atlas#switch">{}Liste</button>)"
      R"(<button type="button" aria-pressed="false" data-view="map" data-atlas-target="choice" data-action="atlas#switch">{}Carte</button></div>)",
      icon("list"), icon("map"));
  out(R"(<div class="atlas-map" hidden data-atlas-target="map"><div class="atlas-canvas" data-atlas-target="canvas"></div>)"
      R"(<div class="atlas-card" role="group" aria-label="Ce qui est ici" hidden data-atlas-target="card"></div>)"
      R"(<p class="atlas-credit">Communes : INSEE, GeoNames</p></div><div class="atlas-list" data-atlas-target="list">)"
      R"(<p class="soft" hidden data-atlas-target="without">Ton navigateur ne dessine pas la carte : la liste dit la même chose.</p>)");
}

void close_map(html::Out& out) {
  out("</div></div>");
}

}  // namespace ui
