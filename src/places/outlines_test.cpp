#include "places/outlines.hpp"

#include <gtest/gtest.h>

namespace {

// Two squares that share a side, on a grid of half a degree from (5, 47): the second walks the shared side backwards.
constexpr std::string_view topology = R"({"type": "Topology", "transform": {"scale": [0.5, 0.5], "translate": [5, 47]},
  "arcs": [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]],
  "objects": {"departements": {"type": "GeometryCollection", "geometries": [
    {"type": "Polygon", "arcs": [[0, 1]], "properties": {"code": "25", "nom": "Doubs"}},
    {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"code": "70", "nom": "Haute-Saône"}}]}}})";

TEST(Outlines, C07_AreReadFromTopoJson) {
  const auto outlines = places::read_outlines(topology);
  ASSERT_EQ(outlines.size(), 2U);
  EXPECT_EQ(outlines[0].code, "25");
  EXPECT_EQ(outlines[0].shape,
            "MULTIPOLYGON(((5.500000 47.000000,5.500000 47.500000,5.000000 47.500000,5.000000 47.000000,5.500000 "
            "47.000000)))");
  EXPECT_EQ(outlines[1].shape,
            "MULTIPOLYGON(((5.500000 47.000000,6.000000 47.000000,6.000000 47.500000,5.500000 47.500000,5.500000 "
            "47.000000)))");
}

TEST(Outlines, C07_AreReadFromGeoJson) {
  const auto outlines = places::read_outlines(
      R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"code": "25056"},
    "geometry": {"type": "Polygon", "coordinates": [[[6, 47], [6.1, 47], [6.1, 47.1], [6, 47]]]}}]})");
  ASSERT_EQ(outlines.size(), 1U);
  EXPECT_EQ(outlines[0].code, "25056");
}

TEST(Outlines, C07_OfAnythingElseAreRefused) {
  for (
      const auto* file :
      {"", "{}", "[]",
       R"({"type": "Topology", "arcs": [], "objects": {"a": {"geometries": [{"type": "Polygon", "arcs": [[7]], "properties": {"code": "25"}}]}}})",
       R"({"features": [{"properties": {"code": "25"}, "geometry": {"type": "Polygon", "coordinates": [[[600000, 47], [1, 1], [2, 2], [600000, 47]]]}}]})",
       R"({"features": [{"properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[6, 47], [6, 48], [7, 47], [6, 47]]]}}]})"})
    EXPECT_THROW(places::read_outlines(file), std::runtime_error) << file;
}

}  // namespace
