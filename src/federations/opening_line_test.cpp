#include "federations/opening_line.hpp"

#include <gtest/gtest.h>

#include "core/tables/workbook_for_tests.hpp"

namespace {

using namespace federations;

TEST(OpeningLine, S11_AFileOfExcelGivesSectionsAndTheirSecretaries) {
  const auto file = read_opening_file(
      "Nom de la section;Code postal;Ville;Prénom du secrétaire;Nom du secrétaire;Courriel du secrétaire\r\n"
      "Besançon-Nord;25000, 25030;Besançon;MALIK;OUDIN;Malik.Oudin@Exemple.test\r\n"
      "Ornans;25290;Ornans;;;\r\n");
  EXPECT_EQ(file.problem, "");
  ASSERT_EQ(file.lines.size(), 2u);
  const auto& first = file.lines[0];
  EXPECT_EQ(first.name, "Besançon-Nord");
  EXPECT_EQ(first.postcode, "25000");
  EXPECT_EQ(first.first_name + ' ' + first.last_name, "Malik Oudin");
  EXPECT_EQ(first.email, "malik.oudin@exemple.test");
  EXPECT_EQ(first.number, 2u);
  EXPECT_EQ(file.lines[1].fault, "");
  EXPECT_FALSE(file.lines[1].invites());
}

TEST(OpeningLine, S11_WhatIsWrongIsToldByLine) {
  const auto file = read_opening_file(
      "Section,CP,Ville,Prénom,Nom,E-mail\n"
      ",25000,Besançon,,,\n"
      "Dole,vingt,Dole,,,\n"
      "Gray,70100,Gray,Zoé,Martin,zoe chez elle\n"
      "Vesoul,70000,Vesoul,,,v@exemple.test\n"
      "Lure,70200,Lure,Ana,Petit,ana@exemple.test\n"
      "LURÉ,70200,Lure,,,\n"
      "Héricourt,70400,Héricourt,Ana,Petit,ana@exemple.test\n");
  ASSERT_EQ(file.lines.size(), 7u);
  EXPECT_NE(file.lines[0].fault.find("nom de la section"), std::string::npos);
  EXPECT_NE(file.lines[1].fault.find("code postal"), std::string::npos);
  EXPECT_NE(file.lines[2].fault.find("adresse"), std::string::npos);
  EXPECT_NE(file.lines[3].fault.find("prénom"), std::string::npos);
  EXPECT_EQ(file.lines[4].fault, "");
  EXPECT_NE(file.lines[5].fault.find("ligne 6"), std::string::npos);
  EXPECT_NE(file.lines[6].fault.find("ligne 6"), std::string::npos);
}

TEST(OpeningLine, S11_AFileWithoutTitlesOrSectionsIsRefusedWithTheRemedy) {
  EXPECT_NE(read_opening_file("Besançon;25000\nDole;39100\n").problem.find("Section, Code postal"), std::string::npos);
  EXPECT_NE(read_opening_file("Section;Ville\n").problem, "");
  EXPECT_NE(read_opening_file("").problem, "");
}

TEST(OpeningLine, S11_AWorkbookIsReadToo) {
  const auto file = read_opening_file(tables::testing::workbook(
      {{{.value = "Section"}, {.value = "Code postal"}, {.value = "Ville"}},
       {{.value = "Ornans"}, {.kind = tables::testing::Cell::number, .value = "25290"}, {.value = "Ornans"}}}));
  EXPECT_EQ(file.problem, "");
  ASSERT_EQ(file.lines.size(), 1u);
  EXPECT_EQ(file.lines[0].name, "Ornans");
}

TEST(OpeningLine, S11_WhatAFormBringsBackIsCheckedAgain) {
  const OpeningLine line{.name = "Ornans",
                         .postcode = "25290",
                         .city = "Ornans",
                         .first_name = "Ana",
                         .last_name = "Petit",
                         .email = "ana@exemple.test"};
  const auto text = packed(line);
  const auto again = unpacked({text, "Dole\t39100\tDole\tZoé\tMartin\trien", text});
  ASSERT_EQ(again.lines.size(), 3u);
  EXPECT_EQ(again.lines[0].fault, "");
  EXPECT_EQ(again.lines[0].email, line.email);
  EXPECT_NE(again.lines[1].fault, "");
  EXPECT_NE(again.lines[2].fault, "");
}

}  // namespace
