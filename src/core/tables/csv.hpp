#pragma once
// The .csv parser: libcsv with limits, row numbers as a spreadsheet counts them, and rows handed over one by one.

#include <csv.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/tables/read.hpp"

namespace tables {

class CsvParser {
 public:
  CsvParser(char separator, const OnRow& on_row, Summary& summary);
  ~CsvParser();
  CsvParser(const CsvParser&) = delete;
  CsvParser& operator=(const CsvParser&) = delete;

  /// UTF-8, cut anywhere. Returns whether more is wanted.
  bool feed(std::string_view text);
  void finish();

 private:
  static void cell_ended(void* text, size_t size, void* self);
  static void row_ended(int by, void* self);
  void end_of_cell(std::string_view cell);
  void end_of_row(int by);
  void stop(Fault fault, size_t found = 0);

  const OnRow& on_row_;
  Summary& summary_;
  csv_parser parser_{};
  std::vector<std::string> cells_;  // kept from row to row, so that their memory is too
  size_t count_ = 0;                // cells of this row
  size_t filled_ = 0;               // cells of this row up to the last that holds something
  size_t line_ = 1;
  bool after_cr_ = false;  // a line feed now belongs to the row end before it
  bool wanted_ = true;
};

}  // namespace tables
