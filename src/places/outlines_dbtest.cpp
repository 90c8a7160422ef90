#include "places/outlines.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;

struct Kept {
  bool rough;
  double north;
};
const pg::Statement<Kept(std::string)> outline_of{
    "scene.outline", "select rough, public.st_ymax(shape::public.box3d) from outline where code = $1"};

TEST(Outlines, C07_OfAFileTakeThePlaceOfThoseDrawnFromPoints) {
  EXPECT_TRUE(owner().one(outline_of, "70").rough);  // drawn when the communes were imported
  const auto file = testing::TempDir() + "outlines.json";
  std::ofstream(file) << R"({"type": "FeatureCollection", "features": [
    {"properties": {"code": "70"}, "geometry": {"type": "Polygon", "coordinates": [[[6, 47.5], [6.5, 47.5], [6.5, 47.9], [6, 47.5]]]}},
    {"properties": {"code": "ZZ"}, "geometry": {"type": "Polygon", "coordinates": [[[6, 47], [6.5, 47], [6.5, 47.4], [6, 47]]]}}]})";
  const auto done = places::import_outlines(owner(), file);
  EXPECT_EQ(done.taken, 1);
  EXPECT_EQ(done.unknown, 1);
  EXPECT_FALSE(owner().one(outline_of, "70").rough);
  EXPECT_DOUBLE_EQ(owner().one(outline_of, "70").north, 47.9);
  std::remove(file.c_str());
}

}  // namespace
