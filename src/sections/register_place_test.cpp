#include "sections/register_place.hpp"

#include <gtest/gtest.h>

namespace {

TEST(RegisterPlace, S07_CountriesByNameAndCode) {
  for (const char* typed : {"France", "FRANCE", "fr", "FRA", "France métropolitaine"})
    EXPECT_EQ(sections::read_country(typed), "France") << typed;
  for (const char* typed : {"Belgique", "BELGIUM", "BE", "bel"})
    EXPECT_EQ(sections::read_country(typed), "Belgique") << typed;
  EXPECT_EQ(sections::read_country("Etats Unis"), "États-Unis");
  EXPECT_EQ(sections::read_country("Cote d'Ivoire"), "Côte d’Ivoire");
  EXPECT_EQ(sections::read_country("Réunion"), sections::read_country("La Réunion"));
  EXPECT_FALSE(sections::read_country("Nancy"));
  EXPECT_FALSE(sections::read_country(""));
}

TEST(RegisterPlace, S07_PostcodesAreMended) {
  for (const auto& [typed, mended] : {std::pair{"1000", "01000"},
                                      {"54 000", "54000"},
                                      {"F-54000", "54000"},
                                      {"54000 CEDEX", "54000"},
                                      {"54000.0", "54000"},
                                      {"5 4000", "54000"}}) {
    const auto read = sections::read_postcode(typed, "");
    EXPECT_EQ(read.postcode, mended) << typed;
    EXPECT_TRUE(read.repaired) << typed;
    EXPECT_TRUE(read.valid) << typed;
  }
}

TEST(RegisterPlace, S07_PostcodesOfFranceAndOverseas) {
  for (const char* code : {"01000", "20000", "20600", "75116", "95880", "97100", "97605", "98000", "98800"}) {
    const auto read = sections::read_postcode(code, "France");
    EXPECT_TRUE(read.valid) << code;
    EXPECT_FALSE(read.repaired) << code;
    EXPECT_EQ(read.postcode, code);
  }
  for (const char* code : {"2A004", "00100", "96000", "99000", "97000", "540", "540001", "0100", "Nancy", "98100"}) {
    const auto read = sections::read_postcode(code, "");
    EXPECT_FALSE(read.valid) << code;
    EXPECT_EQ(read.postcode, code) << "kept as typed";
  }
}

TEST(RegisterPlace, S07_CommunesBehindWhatLettersSay) {
  for (const auto& [typed, commune] : {std::pair{"ST ETIENNE CEDEX 2", "Saint-Etienne"},
                                       {"St-Étienne Cedex 02", "Saint-Étienne"},
                                       {"STE. FOY LES LYON", "Sainte-Foy Les Lyon"},
                                       {"NANCY CEDEX", "Nancy"},
                                       {"PARIS-LA-DÉFENSE CEDEX", "Paris-La-Défense"},
                                       {"BOURG ST MAURICE", "Bourg Saint-Maurice"},
                                       {"Besançon", "Besançon"},
                                       {"CEDEX", "Cedex"},
                                       {"Stains", "Stains"},
                                       {"Est", "Est"}})
    EXPECT_EQ(sections::read_city(typed), commune) << typed;
}

TEST(RegisterPlace, S07_OtherCountriesHaveTheirOwn) {
  for (const auto& [code, country] : {std::pair{"1000", "Belgique"}, {"SW1A 2AA", "Royaume-Uni"}}) {
    const auto read = sections::read_postcode(code, country);
    EXPECT_TRUE(read.valid);
    EXPECT_EQ(read.postcode, code);
  }
}

}  // namespace
