#include "sections/register_columns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sections/import.hpp"

namespace {

using sections::Confidence;
using sections::Field;
using sections::Matching;
using Rows = std::vector<std::vector<std::string>>;

// The fields in the order of the columns, «-» for a column that is none.
std::string fields(const sections::Proposal& proposal) {
  std::string all;
  for (size_t column = 0; column < proposal.titles.size(); ++column) {
    std::string name = "-";
    for (const Field field : sections::all_fields())
      if (proposal.matching[field] == column) name = sections::key(field);
    all += (column > 0 ? " " : "") + name;
  }
  return all;
}

const std::vector<std::string> zoe{
    "104812",         "03/02/2019",        "F",     "Zoé",   "PETIT", "07/11/1961", "zoe@exemple.fr", "03 83 00 11 22",
    "06 12 34 56 78", "3, rue de la Paix", "54000", "Nancy", "France"};
const std::vector<std::string> paul{"99731",      "15/09/2021",      "M",     "Paul",           "DURAND",
                                    "23/01/1975", "paul@exemple.fr", "",      "07 12 34 56 78", "12 avenue Foch",
                                    "54520",      "Laxou",           "France"};
const std::vector<std::string> lea{"120044",
                                   "12/10/2012",
                                   "F",
                                   "Léa",
                                   "DE LA TOUR",
                                   "30/06/1990",
                                   "lea@exemple.fr",
                                   "03 83 44 55 66",
                                   "",
                                   "lieu-dit Les Prés",
                                   "54000",
                                   "Nancy",
                                   ""};
constexpr const char* in_order =
    "number joined_on sex first_name last_name born_on email phone mobile address postcode city country";

TEST(RegisterColumns, S07_TheTitlesOfTheForm) {
  const auto proposal = sections::propose_matching(
      Rows{{"N° adhérent", "Date adhesion", "Sexe", "Prénom", "Nom", "Date de naissance", "Courriel", "Tel", "Portable",
            "Adresse", "Code postal", "Ville", "Pays", "À jour de cotisation"},
           zoe,
           paul,
           lea});
  EXPECT_EQ(fields(proposal), std::string(in_order) + " dues");
  EXPECT_TRUE(proposal.has_titles());
  for (const Field field : sections::all_fields())
    EXPECT_EQ(proposal[field], Confidence::certain) << sections::key(field);
}

TEST(RegisterColumns, S07_TitlesAsPeopleWriteThem) {
  EXPECT_EQ(fields(sections::propose_matching(
                Rows{{"NUM.", "ADHÉRENT DEPUIS", "CIVILITE", "PRENOM USUEL", "NOM D'USAGE", "Né(e) le", "E-mail",
                      "Tél. fixe", "Tél. mobile", "Rue", "CP", "Commune", "PAYS"},
                     zoe})),
            in_order);
  EXPECT_EQ(fields(sections::propose_matching(
                Rows{{"Adresse mail", "Adresse postale", "Téléphone", "Nom de famille", "Prénom(s)"}})),
            "email address phone last_name first_name");
}

TEST(RegisterColumns, S07_TheExactTitleWinsOverOneThatComesClose) {
  EXPECT_EQ(
      fields(sections::propose_matching(Rows{{"Nom de naissance", "Nom", "Prénom", "E-mail du conjoint", "E-mail",
                                              "Complément d'adresse", "Adresse", "Adresse 2", "Tél. 2", "Tél."}})),
      "- last_name first_name - email - address - - phone");
}

TEST(RegisterColumns, S07_TitlesOfOtherThingsAreLeftAlone) {
  const auto proposal = sections::propose_matching(
      Rows{{"Section", "Nom", "Prénom", "Fax", "Date de cotisation", "Lieu de naissance", "Fédération"},
           {"Nancy", "Petit", "Zoé", "03 83 00 11 22", "03/02/2019", "Toul", "54"}});
  EXPECT_EQ(fields(proposal), "- last_name first_name - dues - -");
}

TEST(RegisterColumns, S07_AnUnknownTitleAboveAddressesIsGuessed) {
  const auto proposal = sections::propose_matching(
      Rows{{"Nom", "Prénom", "Contact"}, {"Petit", "Zoé", "zoe@exemple.fr"}, {"Durand", "Paul", "paul@exemple.fr"}});
  EXPECT_EQ(fields(proposal), "last_name first_name email");
  EXPECT_EQ(proposal[Field::email], Confidence::guessed);
}

TEST(RegisterColumns, S07_WithoutTitlesTheCellsTell) {
  const auto proposal = sections::propose_matching(Rows{zoe, paul, lea});
  EXPECT_FALSE(proposal.has_titles());
  EXPECT_EQ(fields(proposal), in_order);
  EXPECT_EQ(proposal[Field::email], Confidence::guessed);
  EXPECT_EQ(proposal.titles[2], "Colonne 3");
}

TEST(RegisterColumns, S07_CellsThatSpeakAgainstATitleMakeItDoubtful) {
  const auto proposal = sections::propose_matching(
      Rows{{"Nom", "Prénom", "Courriel"}, {"Petit", "Zoé", "06 12 34 56 78"}, {"Durand", "Paul", "06 12 34 56 79"}});
  EXPECT_EQ(proposal[Field::email], Confidence::likely);
}

TEST(RegisterColumns, S07_UnknownTitlesAboveDataAreTitles) {
  EXPECT_TRUE(
      sections::propose_matching(Rows{{"Wer", "Wie"}, {"Petit", "zoe@exemple.fr"}, {"Durand", "paul@exemple.fr"}})
          .has_titles());
  EXPECT_FALSE(
      sections::propose_matching(Rows{{"Petit", "zoe@exemple.fr"}, {"Durand", "paul@exemple.fr"}}).has_titles());
  EXPECT_FALSE(sections::propose_matching(Rows{{"Petit", "Zoé"}, {"Durand", "Paul"}}).has_titles());
}

TEST(RegisterColumns, S07_AHeadingAboveTheTitlesIsSkipped) {
  const auto proposal = sections::propose_matching(Rows{{"Section de Nancy"},
                                                        {"Liste des adhérents", "au 01/03/2026"},
                                                        {"Nom", "Prénom", "Courriel"},
                                                        {"Petit", "Zoé", "zoe@exemple.fr"}});
  EXPECT_EQ(proposal.skipped_rows, 3u);
  EXPECT_EQ(fields(proposal), "last_name first_name email");
}

TEST(RegisterColumns, S07_PeopleAboveAreNoHeading) {
  EXPECT_EQ(sections::propose_matching(Rows{{"Petit", "Zoé", "zoe@exemple.fr"},
                                            {"Nom", "Prénom", "Courriel"},
                                            {"Durand", "Paul", "paul@exemple.fr"}})
                .skipped_rows,
            0u);
}

TEST(RegisterColumns, S07_AFileOfTheSameTitlesIsKnownAgain) {
  const auto digest = [](const std::vector<std::string>& titles) {
    return sections::titles_digest(sections::propose_matching(std::vector{titles, {"Zoé", "Petit", "zoe@exemple.fr"}}));
  };
  EXPECT_EQ(digest({"Prénom", "Nom", "Mél"}), digest({"PRENOM", " nom", "mel"}));
  EXPECT_EQ(digest({"Prénom", "Nom", "Mél"}), digest({"Prénom", "Nom", "Mél", "Ce qui ne va pas"}))
      << "lines sent back corrected";
  EXPECT_NE(digest({"Prénom", "Nom", "Mél"}), digest({"Nom", "Prénom", "Mél"}));
}

TEST(RegisterColumns, S07_NothingComesOfNothing) {
  EXPECT_EQ(sections::propose_matching({}).matching, Matching{});
  EXPECT_EQ(sections::propose_matching(Rows{{}, {"", ""}}).matching, Matching{});
}

TEST(RegisterColumns, S07_AMatchingThatCannotBeUsedSaysWhy) {
  Matching matching;
  EXPECT_EQ(sections::fault_of(matching, 3), "Choisis la colonne où se trouve le prénom.");
  matching.set(Field::first_name, 0);
  matching.set(Field::last_name, 1);
  EXPECT_EQ(sections::fault_of(matching, 3), std::nullopt);
  matching.set(Field::email, 3);
  EXPECT_EQ(sections::fault_of(matching, 3),
            "La colonne choisie pour le courriel n’est pas dans ton fichier. Choisis-en une autre.");
  matching.set(Field::email, 1);
  EXPECT_EQ(sections::fault_of(matching, 3),
            "La même colonne est choisie pour le nom et pour le courriel. Choisis-en une autre pour l’un des deux.");
}

}  // namespace
