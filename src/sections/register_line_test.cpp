#include "sections/register_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using sections::Field;
using sections::FindingKind;
using sections::Severity;
using sections::Standing;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto today = 2026y / 3 / 15;

const sections::Matching in_order = [] {
  sections::Matching matching;
  for (const Field field : sections::all_fields()) matching.set(field, static_cast<size_t>(field));
  return matching;
}();

// A whole line, with some cells changed.
sections::RegisterLine line(const std::vector<std::pair<Field, std::string>>& changes = {}) {
  std::vector<std::string> cells{
      "104812",         "03/02/2019",     "Mme",      "Zoé",   "Petit", "07/11/1961", "zoe@exemple.fr",
      "03 83 00 11 22", "06 12 34 56 78", "3, rue X", "54000", "Nancy", "France"};
  for (const auto& [field, text] : changes) cells[static_cast<size_t>(field)] = text;
  return *sections::parse_register_line(7, cells, in_order, today);
}

std::vector<FindingKind> kinds(const sections::RegisterLine& line) {
  std::vector<FindingKind> all;
  for (const auto& finding : line.findings) all.push_back(finding.kind);
  return all;
}

TEST(RegisterLine, S07_AGoodLineHasNothingToSay) {
  const auto zoe = line();
  EXPECT_THAT(zoe.findings, IsEmpty());
  EXPECT_EQ(zoe.standing(), Standing::ready);
  EXPECT_EQ(zoe.line, 7u);
  EXPECT_EQ(zoe.number, "104812");
  EXPECT_EQ(zoe.joined_on, 2019y / 2 / 3);
  EXPECT_EQ(zoe.sex, sections::Sex::woman);
  EXPECT_EQ(zoe.first_name + " " + zoe.last_name, "Zoé Petit");
  EXPECT_EQ(zoe.born_on, 1961y / 11 / 7);
  EXPECT_EQ(zoe.email, "zoe@exemple.fr");
  EXPECT_EQ(zoe.phone, "+33383001122");
  EXPECT_EQ(zoe.mobile, "+33612345678");
  EXPECT_EQ(zoe.address + ", " + zoe.postcode + " " + zoe.city + ", " + zoe.country, "3, rue X, 54000 Nancy, France");
}

TEST(RegisterLine, S07_UntidyCellsBecomeTidy) {
  const auto zoe = line({{Field::first_name, " zoé\u00a0 "},
                         {Field::last_name, "DE  LA TOUR-PETIT"},
                         {Field::address, "3, rue  X\r\n\r\n bât. B "},
                         {Field::city, "NANCY"}});
  EXPECT_EQ(zoe.first_name, "Zoé");
  EXPECT_EQ(zoe.last_name, "de La Tour-Petit");
  EXPECT_EQ(zoe.address, "3, rue X\nbât. B");
  EXPECT_EQ(zoe.city, "Nancy");
  EXPECT_EQ(line({{Field::first_name, "Zoe\u0301"}}).first_name, "Zoé") << "composed";
}

TEST(RegisterLine, S07_ALineWithoutNameIsRefused) {
  for (const Field field : {Field::first_name, Field::last_name}) {
    const auto nobody = line({{field, " - "}});
    EXPECT_EQ(nobody.standing(), Standing::refused);
    EXPECT_THAT(nobody.findings, ElementsAre(sections::Finding{
                                     field, Severity::error, FindingKind::missing_name,
                                     field == Field::first_name ? "Il manque le prénom." : "Il manque le nom."}));
  }
}

TEST(RegisterLine, S07_BlankLinesAreNone) {
  EXPECT_FALSE(sections::parse_register_line(7, std::vector<std::string>{"", " ", "\u00a0"}, in_order, today));
  EXPECT_FALSE(sections::parse_register_line(7, {}, in_order, today));
  sections::Matching only_names;
  only_names.set(Field::first_name, 0);
  only_names.set(Field::last_name, 1);
  EXPECT_FALSE(
      sections::parse_register_line(7, std::vector<std::string>{"", "", "a remark beside"}, only_names, today));
}

TEST(RegisterLine, S07_AShortLineLacksItsLastCells) {
  const auto zoe =
      *sections::parse_register_line(7, std::vector<std::string>{"104812", "", "F", "Zoé", "Petit"}, in_order, today);
  EXPECT_EQ(zoe.standing(), Standing::incomplete);
  EXPECT_THAT(kinds(zoe), ElementsAre(FindingKind::missing_email));
}

TEST(RegisterLine, S06_WithoutAUsableAddressALineIsIncomplete) {
  const auto missing = line({{Field::email, "néant"}});
  EXPECT_EQ(missing.standing(), Standing::incomplete);
  EXPECT_EQ(missing.incomplete(), sections::Incomplete::missing);
  EXPECT_EQ(missing.typed_email, "");
  for (const char* typed : {"zoe@exemple", "zoé@exemple.fr", "zoe@exemple.fr / paul@exemple.fr"}) {
    const auto invalid = line({{Field::email, typed}});
    EXPECT_EQ(invalid.standing(), Standing::incomplete) << typed;
    EXPECT_EQ(invalid.incomplete(), sections::Incomplete::invalid) << typed;
    EXPECT_EQ(invalid.email, "") << typed;
    EXPECT_EQ(invalid.typed_email, typed);
    EXPECT_THAT(invalid.findings, ElementsAre(testing::Field(&sections::Finding::severity, Severity::warning)));
  }
}

TEST(RegisterLine, S07_ASlipInAnAddressIsOnlyTold) {
  const auto zoe = line({{Field::email, "zoe@gmial.com"}});
  EXPECT_EQ(zoe.standing(), Standing::ready);
  EXPECT_EQ(zoe.email, "zoe@gmial.com");
  EXPECT_THAT(zoe.findings, ElementsAre(sections::Finding{
                                Field::email, Severity::warning, FindingKind::suspect_email,
                                "L’adresse ressemble à une faute de frappe. Voulais-tu écrire gmail.com\u202f?"}));
}

TEST(RegisterLine, S07_TelephonesFindTheirPlace) {
  const auto swapped = line({{Field::phone, "06 12 34 56 78"}, {Field::mobile, "03 83 00 11 22"}});
  EXPECT_EQ(swapped.phone, "+33383001122");
  EXPECT_EQ(swapped.mobile, "+33612345678");
  const auto alone = line({{Field::phone, "06 12 34 56 78"}, {Field::mobile, ""}});
  EXPECT_EQ(alone.phone, "");
  EXPECT_EQ(alone.mobile, "+33612345678");
  const auto both = line({{Field::phone, "06 12 34 56 78 / 03 83 00 11 22"}, {Field::mobile, ""}});
  EXPECT_EQ(both.phone, "+33383001122");
  EXPECT_EQ(both.mobile, "+33612345678");
  const auto two_mobiles = line({{Field::phone, "0712345678"}});
  EXPECT_EQ(two_mobiles.phone, "+33712345678");
  EXPECT_EQ(two_mobiles.mobile, "+33612345678");
  const auto abroad = line({{Field::phone, ""}, {Field::mobile, "+41 79 123 45 67"}});
  EXPECT_EQ(abroad.mobile, "+41791234567");
  EXPECT_THAT(abroad.findings, IsEmpty());
}

TEST(RegisterLine, S07_DoubtfulCellsAreLeftOutAndTold) {
  const auto zoe = line({{Field::joined_on, "31/02/2019"},
                         {Field::born_on, "hier"},
                         {Field::phone, "12"},
                         {Field::country, "Syldavie"},
                         {Field::sex, "?!x"},
                         {Field::postcode, "99999"}});
  EXPECT_EQ(zoe.standing(), Standing::ready);
  EXPECT_FALSE(zoe.joined_on || zoe.born_on);
  EXPECT_EQ(zoe.phone + zoe.country, "");
  EXPECT_EQ(zoe.postcode, "99999");
  EXPECT_THAT(kinds(zoe), testing::UnorderedElementsAre(FindingKind::invalid_date, FindingKind::invalid_date,
                                                        FindingKind::invalid_phone, FindingKind::unknown_country,
                                                        FindingKind::unknown_sex, FindingKind::invalid_postcode));
  for (const auto& finding : zoe.findings)
    EXPECT_EQ(finding.severity, Severity::warning) << finding.message << " Nothing of it was corrected.";
}

TEST(RegisterLine, S07_MendedCellsAreNoted) {
  const auto zoe = line({{Field::postcode, "1000"}, {Field::mobile, "612345678"}, {Field::born_on, "12/25/1961"}});
  EXPECT_EQ(zoe.postcode, "01000");
  EXPECT_EQ(zoe.mobile, "+33612345678");
  EXPECT_EQ(zoe.born_on, 1961y / 12 / 25);
  EXPECT_THAT(kinds(zoe), ElementsAre(FindingKind::repaired, FindingKind::repaired, FindingKind::repaired));
}

TEST(RegisterLine, S07_FormulasStayTextAndAreSuspect) {
  const auto zoe = line({{Field::last_name, "=HYPERLINK(\"http://x\";\"y\")"}, {Field::address, "@SUM(A1)"}});
  EXPECT_EQ(zoe.last_name, "=HYPERLINK(\"http://x\";\"y\")");
  EXPECT_EQ(zoe.address, "@SUM(A1)");
  EXPECT_THAT(kinds(zoe), ElementsAre(FindingKind::suspect_name));
}

TEST(RegisterLine, S07_LimitsOfEachField) {
  EXPECT_EQ(line({{Field::last_name, std::string(80, 'x')}}).standing(), Standing::ready);
  EXPECT_EQ(line({{Field::last_name, std::string(81, 'x')}}).standing(), Standing::refused);
  const auto zoe = line({{Field::number, std::string(41, '1')},
                         {Field::address, std::string(301, 'x')},
                         {Field::postcode, std::string(13, '5')},
                         {Field::city, std::string(101, 'x')}});
  EXPECT_EQ(zoe.number + zoe.address + zoe.postcode + zoe.city, "");
  EXPECT_THAT(kinds(zoe), testing::AllOf(testing::SizeIs(4), testing::Each(FindingKind::too_long)));
}

TEST(RegisterLine, S07_FindingsDoNotRepeatWhatTheLineSays) {
  const auto zoe = line({{Field::email, "secret@"},
                         {Field::phone, "secret"},
                         {Field::born_on, "secret"},
                         {Field::country, "secret"},
                         {Field::last_name, "secret1"}});
  EXPECT_EQ(zoe.findings.size(), 5u);
  for (const auto& finding : zoe.findings) EXPECT_THAT(finding.message, testing::Not(testing::HasSubstr("secret")));
}

}  // namespace
