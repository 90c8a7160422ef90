#include "places/tile.hpp"

#include <charconv>

#include "core/crypto.hpp"

namespace places {
namespace {

// Shapes are as fine as half a pixel of the screen. Towns: the largest of the tile, smaller ones as one comes nearer.
const pg::Statement<pg::Bytes(std::int32_t, std::int32_t, std::int32_t)> tile{"places.tile", R"(
  with here as materialized (
    select public.st_tileenvelope($1, $2, $3) as square, public.st_transform(public.st_tileenvelope($1, $2, $3, margin => 0.0625), 4326) as box, 360.0 / (1 << $1) / 1024 as fine
  ), land as (
    select o.code, o.rough, public.st_asmvtgeom(public.st_transform(public.st_simplify(o.shape, h.fine, true), 3857), h.square, 4096, 256) as shape
      from here h, department d join outline o on o.code = d.code where o.shape operator(public.&&) h.box
  ), ground as (
    select o.code, public.st_asmvtgeom(public.st_transform(public.st_simplify(o.shape, h.fine, true), 3857), h.square, 4096, 256) as shape
      from here h join outline o on o.shape operator(public.&&) h.box where length(o.code) = 5 and $1 >= 9
  ), largest as (
    select c.name, c.population, c.longitude, c.latitude from here h join commune c
        on c.latitude between public.st_ymin(h.box) and public.st_ymax(h.box) and c.longitude between public.st_xmin(h.box) and public.st_xmax(h.box)
     where c.population >= (array[300000, 300000, 300000, 300000, 150000, 100000, 40000, 12000, 3000, 800, 0])[1 + $1]
     order by c.population desc, c.code limit 160
  ), town as (
    select l.name, l.population, public.st_asmvtgeom(public.st_transform(public.st_setsrid(public.st_makepoint(l.longitude, l.latitude), 4326), 3857), h.square, 4096, 256) as shape
      from here h, largest l
  )
  select coalesce((select public.st_asmvt(land, 'land') from land where shape is not null), '') || coalesce((select public.st_asmvt(ground, 'ground') from ground where shape is not null), '')
      || coalesce((select public.st_asmvt(town, 'town') from town where shape is not null), ''))"};

std::optional<int> number(std::string_view text) {
  int value = 0;
  const bool plain = !text.empty() && text.size() <= 5 && (text.size() == 1 || text.front() != '0');
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (!plain || error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

std::optional<TileAddress> tile_address(std::string_view z, std::string_view x, std::string_view y, int most) {
  const auto zoom = number(z), column = number(x), row = number(y);
  if (!zoom || !column || !row || *zoom > most) return std::nullopt;
  if (*column >= 1 << *zoom || *row >= 1 << *zoom) return std::nullopt;
  return TileAddress{*zoom, *column, *row};
}

http::Response show_tile(gate::Visit& v) {
  const auto at = tile_address(v.text("z"), v.text("x"), v.text("y"));
  v.no_frame();
  if (!at) {
    v.ask();
    throw http::Error(404);
  }
  const auto drawn = v.one(tile, at->z, at->x, at->y);
  v.ask();
  http::Response response;
  response.headers.set("content-type", "application/vnd.mapbox-vector-tile");
  response.headers.set("cache-control", "private, max-age=86400");
  response.headers.set("etag", '"' + crypto::base64url(crypto::sha256(drawn->octets).substr(0, 12)) + '"');
  if (v.request.headers.get("if-none-match") == response.headers.get("etag"))
    response.status = 304;
  else
    response.body = drawn->octets;
  return response;
}

}  // namespace places
