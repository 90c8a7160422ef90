#pragma once
// Why a table could not be read. Each limit and each kind of damage has a name of its own and a French sentence with
// the remedy.

#include <cstddef>
#include <string>

namespace tables {

inline constexpr size_t max_file_bytes = size_t{32} << 20;
inline constexpr size_t max_rows = 200'000;            // rows that hold something
inline constexpr size_t max_lines = 1'048'576;         // blank ones too: as many as a spreadsheet has
inline constexpr size_t max_columns = 200;             // empty columns at the end of a row do not count
inline constexpr size_t max_cell_characters = 10'000;  // code points

enum class Fault : unsigned char {
  file_too_big,
  too_many_rows,
  too_many_columns,
  cell_too_long,
  empty,  // no row holds anything
  unclosed_quote,
  binary,             // NUL characters: no text at all, or damaged
  old_excel,          // .xls
  open_document,      // .ods
  other_format,       // PDF, picture, Word document, archive…
  workbook_damaged,   // an .xlsx that xlsx2csv cannot read
  workbook_too_heavy  // an .xlsx that needs more time, memory or output than it is given
};

struct Problem {
  Fault fault{};
  size_t line = 0;   // as in Row, 0 when the whole file is meant
  size_t found = 0;  // columns counted, bytes counted… where the sentence says so
};

/// «Ta feuille a 300 colonnes ; garde au plus 200.»
std::string message(const Problem& problem);

}  // namespace tables
