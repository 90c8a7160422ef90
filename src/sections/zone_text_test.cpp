#include "sections/zone_text.hpp"

#include <gtest/gtest.h>

namespace {

using namespace sections;

TEST(ZoneText, S09_PostcodesAreReadHoweverTheyAreSeparated) {
  EXPECT_EQ(read_postcodes("75011, 75012;75011\n 75020").codes, (std::vector<std::string>{"75011", "75012", "75020"}));
  EXPECT_EQ(read_postcodes("75011 7501").wrong, "7501");
  EXPECT_EQ(read_postcodes("Paris").wrong, "Paris");
}

TEST(ZoneText, S09_AStreetMayBePartOfOne) {
  const auto read = read_streets(
      "Rue de Charonne\r\n\nrue du 8 mai 1945, 2 à 40, pairs\nGrande Rue, 25000\nbd Voltaire, côté impair\nQuai "
      "Vauban, n° 7\nRue X, 3-9 impairs");
  EXPECT_EQ(read.wrong, "");
  EXPECT_EQ(read.streets, (std::vector<Street>{{.name = "Rue de Charonne"},
                                               {.name = "rue du 8 mai 1945", .low = 2, .high = 40, .parity = "even"},
                                               {.name = "Grande Rue", .postcode = "25000"},
                                               {.name = "bd Voltaire", .parity = "odd"},
                                               {.name = "Quai Vauban", .low = 7, .high = 7},
                                               {.name = "Rue X", .low = 3, .high = 9, .parity = "odd"}}));
}

TEST(ZoneText, S09_WhatIsWrittenReadsAsTheSame) {
  for (const char* line : {"Rue de Charonne", "Rue X, 3 à 9, impairs", "Quai Vauban, 7, 25000", "Rue Y, pairs"})
    EXPECT_EQ(written(read_streets(line).streets.at(0)), line);
}

TEST(ZoneText, S09_ALineThatCannotBeReadIsNamed) {
  const auto read = read_streets("Rue A\nRue B, au fond à gauche\nRue C");
  EXPECT_EQ(read.wrong, "au fond à gauche");
  EXPECT_EQ(read.line, 2U);
  for (const char* line : {"Rue B, 40 à 2", "Rue B, 0", "Rue B, 99999999999", "12", "Rue B, 1 2 3", "Rue B, 2500"})
    EXPECT_EQ(read_streets(line).wrong.empty(), std::string_view(line) == "Rue B, 2500") << line;
}

TEST(ZoneText, S09_AGroundIsPointsAndNothingElse) {
  std::string ring;
  ASSERT_TRUE(read_ground("2.36912,48.85312 2.37,48.8534 2.371,48.85", ring));
  EXPECT_EQ(ring, "2.36912 48.85312,2.37000 48.85340,2.37100 48.85000,2.36912 48.85312");
  ASSERT_TRUE(read_ground("", ring));
  EXPECT_EQ(ring, "");
  for (const char* text : {"1,2 3,4", "1,2 3,4 5", "1,2 3,4 nan,1", "1,2 3,4 inf,1", "1,2 3,4 200,1", "1,2 3,4 1e1,1",
                           "1,2 3,4 5,6))", "1;2 3;4 5;6", "[[1,2],[3,4],[5,6]]", "1,2 3,4 5,6,7"})
    EXPECT_FALSE(read_ground(text, ring)) << text;
  std::string many;
  for (size_t i = 0; i <= most_points; ++i) many += "1,2 ";
  EXPECT_FALSE(read_ground(many, ring));
}

}  // namespace
