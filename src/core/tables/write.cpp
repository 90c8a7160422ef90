#include "core/tables/write.hpp"

#include <algorithm>
#include <array>

namespace tables {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// https://owasp.org/www-community/attacks/CSV_Injection; the last four are = + - @ as Japanese keyboards write them,
// which Excel takes for the same.
constexpr std::array<std::string_view, 11> formula_starts{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

bool is_number(std::string_view cell) {
  return (cell.starts_with('+') || cell.starts_with('-')) && cell.size() > 1 &&
         cell.find_first_not_of("0123456789 .,", 1) == cell.npos;
}

bool is_formula(std::string_view cell) {
  return std::ranges::any_of(formula_starts, [&](auto start) { return cell.starts_with(start); }) && !is_number(cell);
}

void append_cell(std::string& to, std::string_view cell) {
  const bool formula = is_formula(cell);
  const bool quoted =
      formula || cell.find_first_of(";,\t\"\r\n|") != cell.npos || cell.starts_with(' ') || cell.ends_with(' ');
  if (quoted) to += '"';
  if (formula) to += '\'';
  for (const char c : cell) {
    if (c == '"') to += '"';
    to += c;
  }
  if (quoted) to += '"';
}

}  // namespace

void append_csv_row(std::string& to, std::span<const std::string> cells) {
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) to += ';';
    append_cell(to, cells[i]);
  }
  to += "\r\n";
}

std::string write_csv(std::span<const std::vector<std::string>> rows) {
  std::string text(byte_order_mark);
  for (const auto& row : rows) append_csv_row(text, row);
  return text;
}

}  // namespace tables
