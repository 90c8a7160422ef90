#include "letters/outsiders_file.hpp"

#include <gtest/gtest.h>

#include "core/tables/workbook_for_tests.hpp"

namespace {

using letters::read_contacts;

TEST(ContactsFile, S10_TitlesSayWhatACellIsAndEachBadLineIsTold) {
  const auto file = read_contacts(
      "Courriel;Prénom;NOM;Association;Ville\r\n"
      "lou.voisin@exemple.test;Lou;Voisin;Amicale;Besançon\r\n"
      "lou chez elle;Lou;Absente;;\r\n"
      ";Marc;Sans;;\r\n"
      "LOU.VOISIN@exemple.test;Lou;Encore;;\r\n"
      "redaction@exemple.test;;;Le Journal;\r\n");
  EXPECT_EQ(file.problem, "");
  ASSERT_EQ(file.contacts.size(), 2u);
  EXPECT_EQ(file.contacts[0].first_name + '|' + file.contacts[0].last_name + '|' + file.contacts[0].organisation,
            "Lou|Voisin|Amicale");
  EXPECT_EQ(file.contacts[1].last_name, "Le Journal") << "somebody without a name is their organisation";
  ASSERT_EQ(file.refused.size(), 3u);
  EXPECT_EQ(file.refused[0].line, 3u);
  EXPECT_EQ(file.refused[1].why, "Il manque l’adresse de courriel.");
  EXPECT_EQ(file.refused[2].why, "Cette adresse est déjà à la ligne 2.");
}

TEST(ContactsFile, S10_WithoutTitlesTheAddressIsWhatHasAnAt) {
  const auto file = read_contacts("Lou,Voisin,lou@exemple.test\nMarc,Sans,marc@exemple.test\n");
  ASSERT_EQ(file.contacts.size(), 2u);
  EXPECT_EQ(file.contacts[0].first_name + ' ' + file.contacts[0].last_name, "Lou Voisin");
  EXPECT_NE(read_contacts("Prénom;Nom\nLou;Voisin\n").problem, "");
  EXPECT_NE(read_contacts("").problem, "");
}

TEST(ContactsFile, S10_AddressBooksAndWorkbooksAreRead) {
  const auto cards = read_contacts(
      "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Lou Voisin\r\nEMAIL:lou@exemple.test\r\nEND:VCARD\r\n"
      "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Marc Sans\r\nEND:VCARD\r\n");
  ASSERT_EQ(cards.contacts.size(), 1u);
  EXPECT_EQ(cards.contacts[0].last_name, "Voisin");
  ASSERT_EQ(cards.refused.size(), 1u);
  using Cell = tables::testing::Cell;
  const auto sheet = read_contacts(
      tables::testing::workbook({{Cell{Cell::text, "Nom complet"}, Cell{Cell::text, "Adresse mail"}},
                                 {Cell{Cell::text, "Lou Voisin"}, Cell{Cell::text, "lou@exemple.test"}}}));
  EXPECT_EQ(sheet.problem, "");
  ASSERT_EQ(sheet.contacts.size(), 1u);
  EXPECT_EQ(sheet.contacts[0].first_name, "Lou");
}

}  // namespace
