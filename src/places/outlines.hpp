#pragma once
// Outlines of départements and communes from a public file, for maps: TopoJSON (topojson-specification 1.0) or GeoJSON
// (RFC 7946) in degrees, whose features have a property `code`: their INSEE code.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/pg/connection.hpp"

namespace places {

struct Outline {
  std::string code, shape;  ///< shape: well-known text
};
/// Throws std::runtime_error when it is neither.
std::vector<Outline> read_outlines(std::string_view json);

struct OutlinesTaken {
  std::int64_t taken, unknown;  ///< unknown: of codes that are no département's and no commune's
};
/// As the owner of the schema. Those of the file take the place of what was there.
OutlinesTaken import_outlines(pg::Connection& owner, const std::filesystem::path& file);

}  // namespace places
