#include "places/tile.hpp"

#include <gtest/gtest.h>

namespace {

TEST(TileAddress, C07_IsOfATileThatThereIs) {
  const auto paris = places::tile_address("10", "518", "352");
  ASSERT_TRUE(paris);
  EXPECT_EQ(paris->z, 10);
  EXPECT_EQ(paris->x, 518);
  EXPECT_EQ(paris->y, 352);
  EXPECT_TRUE(places::tile_address("0", "0", "0"));
}

TEST(TileAddress, C07_AnythingElseIsRefused) {
  for (const auto& [z, x, y] : std::initializer_list<std::array<const char*, 3>>{{"11", "0", "0"},
                                                                                 {"3", "8", "0"},
                                                                                 {"3", "0", "8"},
                                                                                 {"-1", "0", "0"},
                                                                                 {"3", "-1", "0"},
                                                                                 {"+3", "0", "0"},
                                                                                 {"03", "0", "0"},
                                                                                 {"3", "1.5", "0"},
                                                                                 {"3", "0", "0.pbf"},
                                                                                 {"", "0", "0"},
                                                                                 {"3", "99999999999999999999", "0"},
                                                                                 {"1e0", "0", "0"}})
    EXPECT_FALSE(places::tile_address(z, x, y)) << z << '/' << x << '/' << y;
}

}  // namespace
