// Any bytes read as a table stay within the limits, and what is written of them reads back.

#include <cstdint>

#include "core/tables/read.hpp"
#include "core/tables/write.hpp"
#include "core/text/fold.hpp"
#include "core/utf8.hpp"
#include "must.hpp"

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows read_within_limits(std::string_view bytes) {
  Rows rows;
  size_t last_line = 0;
  const auto summary = tables::read(bytes, [&](const tables::Row& row) {
    must(row.line > last_line && row.line <= tables::max_lines, "lines rise within the limit");
    must(!row.cells.empty() && row.cells.size() <= tables::max_columns, "no empty row, no row too wide");
    for (const auto& cell : row.cells) {
      must(utf8::valid(cell) && cell.find('\0') == cell.npos, "cells are text");
      must(text::length(cell) <= tables::max_cell_characters, "no cell too long");
    }
    last_line = row.line;
    rows.emplace_back(row.cells.begin(), row.cells.end());
    return true;
  });
  must(summary.rows == rows.size(), "rows are counted");
  must(!summary.problem || !tables::message(*summary.problem).empty(), "every problem has words");
  return rows;
}

void write_and_read_back(const Rows& rows) {
  if (rows.empty() || text::fold(rows[0][0]).starts_with("sep")) return;  // a first line `sep=,` is no row
  const auto head = tables::read_head(tables::write_csv(rows), rows.size() + 1);
  must(head.rows.size() == rows.size(), "as many rows come back");
  for (size_t r = 0; r < rows.size(); ++r) {
    must(head.rows[r].size() == rows[r].size(), "as many cells come back");
    for (size_t c = 0; c < rows[r].size(); ++c)
      must(head.rows[r][c] == rows[r][c] || head.rows[r][c] == "'" + rows[r][c],
           "cells come back, formulas with an apostrophe");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("PK")) return 0;  // a workbook is another program's to read
  write_and_read_back(read_within_limits(bytes));
  return 0;
}
