#include "core/tables/write.hpp"

#include <gtest/gtest.h>

#include "core/tables/read.hpp"

namespace {

std::string row(const std::vector<std::string>& cells) {
  std::string text;
  tables::append_csv_row(text, cells);
  return text;
}

TEST(WriteCsv, S07_CellsThatASpreadsheetWouldEvaluateAreNeutralised) {
  for (const std::string start : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"})
    EXPECT_EQ(row({start + "cmd|' /C calc'!A0"}), "\"'" + start + "cmd|' /C calc'!A0\"\r\n");
}

TEST(WriteCsv, S07_TelephonesAndNumbersStay) {
  EXPECT_EQ(row({"+33612345678", "-12,5", "+33 6 12 34 56 78"}), "+33612345678;\"-12,5\";+33 6 12 34 56 78\r\n");
  EXPECT_EQ(row({"-", "+33612+cmd"}), "\"'-\";\"'+33612+cmd\"\r\n");
}

TEST(WriteCsv, S07_WhatIsWrittenReadsBack) {
  const std::vector<std::vector<std::string>> rows{
      {"Nom", "Adresse"}, {"D’Été \"Z\"", "3, rue X\nbât. B;"}, {"é", " espace "}};
  const auto head = tables::read_head(tables::write_csv(rows));
  EXPECT_EQ(head.rows, rows);
  EXPECT_EQ(head.summary.encoding, "UTF-8");
}

}  // namespace
