#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "core/tables/confined.hpp"
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

struct Outcome {
  tables::End end;
  std::string text;
};

constexpr tables::Allowance generous{.processor = std::chrono::seconds(10),
                                     .clock = std::chrono::seconds(30),
                                     .memory = size_t{256} << 20,
                                     .output = 1000};

tables::Allowance hasty(std::chrono::seconds processor, std::chrono::milliseconds clock) {
  auto allowance = generous;
  allowance.processor = processor;
  allowance.clock = clock;
  return allowance;
}

Outcome python(const std::string& program, const tables::Allowance& allowance = generous) {
  Outcome outcome;
  outcome.end =
      tables::run_confined({"/usr/bin/python3", "-I", "-c", program}, "given", allowance, [&](std::string_view text) {
        outcome.text += text;
        return true;
      });
  return outcome;
}

TEST(Confined, S07_ReadsWhatItIsGivenAndNothingOfTheServersSurroundings) {
  setenv("COOPOL_SECRET", "x", 1);
  const auto outcome = python(
      "import os; print(open('/proc/self/fd/3').read(), sorted(os.environ), os.getcwd(), "
      "sorted(os.listdir('/proc/self/fd'))[:5])");
  EXPECT_EQ(outcome.end, tables::End::finished);
  EXPECT_EQ(outcome.text, "given ['LC_ALL'] / ['0', '1', '2', '3', '4']\n") << "4 is the listing itself";
}

TEST(Confined, S07_WritesNoFile) {
  EXPECT_EQ(python("open('/proc/self/fd/3', 'r+b', 0).write(b'x')").end, tables::End::failed);
}

TEST(Confined, S07_ReachesNoNetwork) {
  // NOLINTNEXTLINE(cert-env33-c)
  if (std::system("unshare --user --net true 2> /dev/null") != 0)
    GTEST_SKIP() << "user namespaces are not allowed here";
  const auto why =
      python("import socket\ntry: socket.create_connection(('127.0.0.1', 9), 1)\nexcept OSError as e: print(e.errno)");
  EXPECT_EQ(why.text, std::to_string(ENETUNREACH) + "\n") << "the loopback of the machine would refuse";
}

TEST(Confined, S07_EndsAtEachAllowance) {
  using std::chrono_literals::operator""s, std::chrono_literals::operator""ms;
  EXPECT_EQ(python("while True: pass", hasty(1s, 30s)).end, tables::End::exhausted);
  EXPECT_EQ(python("import time; time.sleep(60)", hasty(30s, 200ms)).end, tables::End::exhausted);
  EXPECT_EQ(python("x = bytearray(1 << 30)").end, tables::End::exhausted);
  EXPECT_EQ(python("print('x' * 2000)").end, tables::End::exhausted);
  EXPECT_EQ(python("import sys; sys.stderr.write('x' * 200000); sys.exit(3)").end, tables::End::failed);
}

}  // namespace
