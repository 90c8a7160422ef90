// A membership file from its bytes to settled lines, as the import reads it.

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <map>

#include "core/tables/read.hpp"
#include "sections/register_duplicates.hpp"
#include "sections/register_line.hpp"

namespace {

using namespace std::chrono_literals;
using sections::FindingKind;
using sections::Standing;

constexpr auto today = 2026y / 3 / 15;
constexpr int people = 400;
constexpr int twice = 10;     // the first ones stand again at the end
constexpr int families = 12;  // pairs with one address
constexpr int without = 23;   // lines without an address
constexpr int wrong = 7;      // lines with an invalid one
constexpr int nameless = 2;

const std::vector<std::string> first_names{"Zoé",  "Hélène",    "Jean-Pierre", "Marie",
                                           "Loïc", "Françoise", "Noël",        "Anaïs"};
const std::vector<std::string> last_names{"DUPONT-MARTIN", "LEFÈVRE", "DE LA TOUR", "FORÊT", "N'DIAYE", "LE GALL"};

std::string email_of(int i) {
  if (i >= 100 && i < 100 + without) return "";
  if (i >= 150 && i < 150 + wrong) return "personne" + std::to_string(i) + "@exemple";
  if (i >= 200 && i < 200 + 2 * families) return "famille" + std::to_string((i - 200) / 2) + "@exemple.fr";
  return "personne" + std::to_string(i) + "@exemple.fr";
}

std::string row_of(int i) {
  const auto n = std::to_string(i);
  const auto& first = i >= 300 && i < 300 + nameless ? "" : first_names[static_cast<size_t>(i) % first_names.size()];
  const auto address = i % 5 == 0 ? "\"" + n + ", rue de l’Église\r\nbât. \"\"B\"\"\"" : n + ", rue de l’Église";
  return std::to_string(100000 + i) + ";03/02/20" + std::to_string(10 + i % 15) + ";" + (i % 2 ? "M" : "Mme") + ";" +
         first + ";" + last_names[static_cast<size_t>(i) % last_names.size()] + ";" + std::to_string(1 + i % 28) +
         "/07/" + std::to_string(1940 + i % 60) + ";" + email_of(i) + ";03 83 00 1" + std::to_string(i % 10) +
         " 22;06 12 34 " + std::to_string(10 + i % 90) + " 78;" + address + ";1000;Bourg-en-Bresse;France\r\n";
}

std::string file_as_excel_saves_it() {
  std::string text =
      "N° adhérent;Date adhésion;Civilité;Prénom;Nom;Né(e) le;E-mail;Tél.;Mobile;Adresse;CP;Commune;Pays\r\n";
  for (int i = 0; i < people; ++i) text += row_of(i);
  for (int i = 0; i < twice; ++i) text += row_of(i);
  text += ";;;;;;;;;;;;\r\n";
  std::string bytes(text.size(), '\0');
  UErrorCode error = U_ZERO_ERROR;
  bytes.resize(
      static_cast<size_t>(ucnv_convert("windows-1252", "UTF-8", bytes.data(), static_cast<int32_t>(bytes.size()),
                                       text.data(), static_cast<int32_t>(text.size()), &error)));
  return bytes;
}

struct Import {
  sections::Proposal proposal;
  std::vector<sections::RegisterLine> lines;
  tables::Summary summary;
};

Import import(const std::string& bytes) {
  Import result{.proposal = sections::propose_matching(tables::read_head(bytes).rows)};
  size_t skip = result.proposal.skipped_rows;
  result.summary = tables::read(bytes, [&](const tables::Row& row) {
    if (skip > 0) return --skip, true;
    if (auto line = sections::parse_register_line(row.line, row.cells, result.proposal.matching, today))
      result.lines.push_back(std::move(*line));
    return true;
  });
  sections::settle_duplicates(result.lines);
  return result;
}

TEST(RegisterFile, S06_S07_FourHundredLinesAsExcelSavesThem) {
  const auto [proposal, lines, summary] = import(file_as_excel_saves_it());
  EXPECT_EQ(summary.encoding, "windows-1252");
  EXPECT_FALSE(summary.problem);
  for (const auto field : sections::all_fields()) {
    if (field == sections::Field::dues) continue;  // not a column of that file
    EXPECT_EQ(proposal.matching[field], static_cast<size_t>(field)) << sections::key(field);
    EXPECT_EQ(proposal[field], sections::Confidence::certain) << sections::key(field);
  }
  std::map<Standing, int> standings;
  std::map<FindingKind, int> findings;
  for (const auto& line : lines) {
    ++standings[line.standing()];
    for (const auto& finding : line.findings) ++findings[finding.kind];
  }
  EXPECT_EQ(lines.size(), static_cast<size_t>(people + twice));
  EXPECT_EQ(standings[Standing::merged], twice);
  EXPECT_EQ(standings[Standing::refused], nameless);
  EXPECT_EQ(standings[Standing::incomplete], without + wrong + 2 * families);
  EXPECT_EQ(standings[Standing::ready], people - nameless - without - wrong - 2 * families);
  EXPECT_EQ(findings[FindingKind::shared_email], 2 * families);
  EXPECT_EQ(findings[FindingKind::invalid_email], wrong);
  EXPECT_EQ(findings[FindingKind::missing_email], without);
  EXPECT_EQ(lines[5].line, 7u) << "the row that Excel shows, with a line break inside the row above";
  EXPECT_EQ(lines[0].first_name + " " + lines[0].last_name, "Zoé Dupont-Martin");
  EXPECT_EQ(lines[2].last_name, "de La Tour");
  EXPECT_EQ(lines[5].address, "5, rue de l’Église\nbât. \"B\"");
  EXPECT_EQ(lines[5].postcode, "01000");
}

TEST(RegisterFile, S07_ATruncatedFileSaysSo) {
  const auto whole = file_as_excel_saves_it();
  const auto inside_a_cell = whole.rfind("\r\nb\xE2t.");
  const auto summary = import(whole.substr(0, inside_a_cell)).summary;
  ASSERT_TRUE(summary.problem);
  EXPECT_EQ(summary.problem->fault, tables::Fault::unclosed_quote);
}

}  // namespace
