#include "places/outlines.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <stdexcept>

#include <boost/json/parse.hpp>

namespace places {
namespace {

namespace json = boost::json;

constexpr size_t portion = 1000;  // outlines that travel together

struct Point {
  double longitude, latitude;
};
using Ring = std::vector<Point>;
using Polygon = std::vector<Ring>;

Point degrees(double longitude, double latitude) {
  if (!(std::abs(longitude) <= 180 && std::abs(latitude) <= 90)) throw std::runtime_error("a point is not in degrees");
  return {longitude, latitude};
}

Point point(const json::value& pair) {
  return degrees(pair.at(0).to_number<double>(), pair.at(1).to_number<double>());
}

// TopoJSON: lines that neighbours share, each point told from the one before on a grid.
class Topology {
 public:
  explicit Topology(const json::value& file) {
    const auto* grid = file.as_object().if_contains("transform");
    for (const auto& arc : file.at("arcs").as_array()) {
      Ring line;
      double x = 0, y = 0;
      for (const auto& step : arc.as_array()) {
        const auto dx = step.at(0).to_number<double>(), dy = step.at(1).to_number<double>();
        if (grid) {
          x += dx;
          y += dy;
          line.push_back(degrees(x * part(*grid, "scale", 0) + part(*grid, "translate", 0),
                                 y * part(*grid, "scale", 1) + part(*grid, "translate", 1)));
        } else {
          line.push_back(degrees(dx, dy));
        }
      }
      arcs_.push_back(std::move(line));
    }
  }

  // A number below zero is the arc walked the other way (~0 is the first). Each begins where the one before ends.
  [[nodiscard]] Ring ring(const json::value& numbers) const {
    Ring ring;
    for (const auto& number : numbers.as_array()) {
      const auto index = number.to_number<std::int64_t>();
      Ring arc = arcs_.at(static_cast<size_t>(index < 0 ? ~index : index));
      if (index < 0) std::reverse(arc.begin(), arc.end());
      ring.insert(ring.end(), arc.begin() + (ring.empty() || arc.empty() ? 0 : 1), arc.end());
    }
    return ring;
  }

 private:
  static double part(const json::value& grid, std::string_view name, size_t axis) {
    return grid.at(name).at(axis).to_number<double>();
  }
  std::vector<Ring> arcs_;
};

void write(std::string& text, double number) {
  char digits[32];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), number, std::chars_format::fixed, 6).ptr;
  text.append(digits, end);
}

// Files made small have islets and lakes of two points left over.
std::vector<Polygon> without_slivers(std::vector<Polygon> polygons) {
  constexpr size_t least = 4;  // points of a ring, the first again among them
  const auto sliver = [](const Ring& ring) { return ring.size() < least; };
  std::erase_if(polygons, [&](const Polygon& polygon) { return polygon.empty() || sliver(polygon.front()); });
  for (auto& polygon : polygons) std::erase_if(polygon, sliver);
  return polygons;
}

std::string words(const std::vector<Polygon>& polygons) {
  std::string text = "MULTIPOLYGON(";
  for (const auto& polygon : polygons) {
    text += text.back() == '(' ? "(" : ",(";
    for (const auto& ring : polygon) {
      text += text.back() == '(' ? "(" : ",(";
      for (const auto& [longitude, latitude] : ring) {
        if (text.back() != '(') text += ',';
        write(text, longitude);
        text += ' ';
        write(text, latitude);
      }
      text += ')';
    }
    text += ')';
  }
  return text + ')';
}

template <class ReadRing>
Polygon polygon(const json::value& rings, ReadRing ring) {
  Polygon polygon;
  for (const auto& one : rings.as_array()) polygon.push_back(ring(one));
  return polygon;
}

template <class ReadRing>
std::vector<Polygon> polygons(const json::value& geometry, std::string_view place, ReadRing ring) {
  const std::string_view type = geometry.at("type").as_string();
  std::vector<Polygon> all;
  if (type == "Polygon")
    all.push_back(polygon(geometry.at(place), ring));
  else if (type == "MultiPolygon")
    for (const auto& one : geometry.at(place).as_array()) all.push_back(polygon(one, ring));
  return all;
}

void add(std::vector<Outline>& to, const json::value& properties, const std::vector<Polygon>& told) {
  const auto polygons = without_slivers(told);
  if (!polygons.empty()) to.push_back({std::string(properties.at("code").as_string()), words(polygons)});
}

const pg::Statement<std::int64_t(std::vector<std::string>, std::vector<std::string>)> put{"owner.places.put_outlines",
                                                                                          R"(
  with given as (
    select code, public.st_collectionextract(public.st_makevalid(public.st_geomfromtext(shape, 4326)), 3) as shape from unnest($1::text[], $2::text[]) as g (code, shape)
     where code in (select code from department union all select code from commune)
  ), made as (
    insert into outline (code, rough, shape) select code, false, public.st_multi(shape) from given where not public.st_isempty(shape)
    on conflict (code) do update set rough = false, shape = excluded.shape returning code)
  select count(*) from made)"};

}  // namespace

std::vector<Outline> read_outlines(std::string_view text) {
  try {
    const auto file = json::parse({text.data(), text.size()});
    std::vector<Outline> outlines;
    if (file.at("type") == "Topology") {
      const Topology topology(file);
      for (const auto& [name, object] : file.at("objects").as_object())
        for (const auto& geometry : object.at("geometries").as_array())
          add(outlines, geometry.at("properties"),
              polygons(geometry, "arcs", [&](const json::value& numbers) { return topology.ring(numbers); }));
    } else {
      const auto ring = [](const json::value& points) {
        Ring line;
        for (const auto& one : points.as_array()) line.push_back(point(one));
        return line;
      };
      for (const auto& feature : file.at("features").as_array())
        add(outlines, feature.at("properties"), polygons(feature.at("geometry"), "coordinates", ring));
    }
    return outlines;
  } catch (const std::exception& error) {
    throw std::runtime_error(std::string("neither TopoJSON nor GeoJSON of outlines with codes: ") + error.what());
  }
}

OutlinesTaken import_outlines(pg::Connection& owner, const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  const auto outlines = read_outlines(std::string(std::istreambuf_iterator<char>(in), {}));
  owner.script("set statement_timeout = 0");  // an operator waits as long as it takes
  OutlinesTaken done{0, static_cast<std::int64_t>(outlines.size())};
  for (size_t from = 0; from < outlines.size(); from += portion) {
    std::vector<std::string> codes, shapes;
    for (size_t i = from; i < outlines.size() && i < from + portion; ++i) {
      codes.push_back(outlines[i].code);
      shapes.push_back(outlines[i].shape);
    }
    const auto taken = owner.one(put, codes, shapes);
    done.taken += taken;
    done.unknown -= taken;
  }
  return done;
}

}  // namespace places
