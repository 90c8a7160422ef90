#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/tables/read.hpp"
#include "core/tables/workbook_for_tests.hpp"

namespace {

using tables::testing::Cell;
using testing::ElementsAre;

std::optional<tables::Fault> fault(std::string_view bytes) {
  const auto problem = tables::read(bytes, [](const auto&) { return true; }).problem;
  return problem ? std::optional(problem->fault) : std::nullopt;
}

TEST(ReadXlsx, S07_CellsArriveAsTheyAreShown) {
  const auto head = tables::read_head(
      tables::testing::workbook({{{.value = "Nom"}, {.value = "Né le"}, {.value = "CP"}, {.value = "Adresse"}},
                                 {},
                                 {{.value = "Forêt & fils"},
                                  {.kind = Cell::date, .value = "26000"},
                                  {.kind = Cell::number, .value = "1000"},
                                  {.value = "3, rue «X»\nbât. \"B\""}}}));
  EXPECT_EQ(head.summary.kind, tables::Kind::xlsx);
  ASSERT_EQ(head.rows.size(), 2u);
  EXPECT_THAT(head.rows[0], ElementsAre("Nom", "Né le", "CP", "Adresse"));
  EXPECT_THAT(head.rows[1], ElementsAre("Forêt & fils", "1971-03-08", "1000", "3, rue «X»\nbât. \"B\""));
  EXPECT_THAT(head.lines, ElementsAre(1u, 3u));
}

TEST(ReadXlsx, S07_FormulasAreNotEvaluated) {
  const auto head = tables::read_head(tables::testing::workbook(
      {{{.kind = Cell::formula, .value = "WEBSERVICE(\"http://x\")|vu"}, {.value = "=1+1"}}}));
  ASSERT_EQ(head.rows.size(), 1u);
  EXPECT_THAT(head.rows[0], ElementsAre("vu", "=1+1"));
}

TEST(ReadXlsx, S07_DamagedWorkbooks) {
  const auto whole = tables::testing::workbook({{{.value = "Nom"}}});
  EXPECT_EQ(fault(whole.substr(0, whole.size() / 2)), tables::Fault::workbook_damaged);
  EXPECT_EQ(fault(tables::testing::zipped({{"xl/workbook.xml", "no xml"}})), tables::Fault::workbook_damaged);
  EXPECT_EQ(fault(tables::testing::workbook({})), tables::Fault::empty);
}

TEST(ReadXlsx, S07_ABombIsNotEvenUnpacked) {
  auto bomb = tables::testing::workbook({{{.value = "Nom"}}});
  bomb.replace(bomb.rfind("PK\x01\x02") + 24, 4, "\xFF\xFF\xFF\x7F");  // says that a part is 2 GB
  EXPECT_EQ(fault(bomb), tables::Fault::workbook_too_heavy);
}

TEST(ReadXlsx, S07_ARowNumberOfBillionsEnds) {
  const auto sheet =
      R"(<worksheet><sheetData><row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData></worksheet>)";
  EXPECT_EQ(fault(tables::testing::zipped(tables::testing::workbook_parts(sheet, "<sst/>"))),
            tables::Fault::too_many_rows);
}

}  // namespace
