#pragma once
// Reads a table out of bytes that somebody sent: .csv as Excel and LibreOffice make it, or .xlsx. Nothing is evaluated:
// a formula in a .csv is the text of the formula, in an .xlsx it is the value that was saved with it.
//
//   auto summary = tables::read(bytes, [&](const tables::Row& row) { …; return true; });
//   if (summary.problem) show(tables::message(*summary.problem));
//
// Rows come one by one, so that a file of 100,000 lines is in memory once, as the bytes that were given. Rows before a
// problem have been handed over already: a caller who wants all or nothing keeps them until read() returns.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/tables/problem.hpp"

namespace tables {

/// Cells are UTF-8 without NUL, as they were written; they live until the callback returns.
struct Row {
  size_t line = 0;  // the row number that a spreadsheet shows: blank rows count, a line break inside a cell does not
  std::span<const std::string> cells;  // rows need not be equally long; empty cells at the end are left out
};

/// Returns whether to go on.
using OnRow = std::function<bool(const Row&)>;

enum class Kind : unsigned char { csv, xlsx };

struct Summary {
  Kind kind = Kind::csv;
  std::string encoding;  // "UTF-8", "UTF-16LE", "windows-1252", "macintosh", …
  char separator = ';';
  size_t rows = 0;        // handed over; rows where nothing is written are not
  size_t columns = 0;     // of the widest row
  size_t unreadable = 0;  // characters that the encoding does not know, read as U+FFFD
  std::optional<Problem> problem;
};

/// Reads all, or until `on_row` returns false. An .xlsx takes a process of its own and seconds: not for a page's
/// handler.
Summary read(std::string_view bytes, const OnRow& on_row);

/// The first rows, copied: what a preview and a proposal of the column matching need.
struct Head {
  Summary summary;  // of what was read, not of the whole file
  std::vector<std::vector<std::string>> rows;
  std::vector<size_t> lines;
};
Head read_head(std::string_view bytes, size_t rows = 200);

}  // namespace tables
