#include "core/tables/csv.hpp"

#include <algorithm>
#include <new>

namespace tables {

namespace {

constexpr size_t piece = size_t{16} << 10;        // bytes parsed between two looks at the limits
constexpr size_t parser_block = size_t{4} << 10;  // bytes by which libcsv's buffer grows
constexpr size_t bytes_per_character = 4;         // at most
constexpr std::string_view replacement = "\xEF\xBF\xBD";

size_t characters(std::string_view text) {
  return static_cast<size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

size_t replacements(std::string_view text) {
  size_t found = 0;
  for (auto at = text.find(replacement); at != text.npos; at = text.find(replacement, at + replacement.size())) ++found;
  return found;
}

}  // namespace

CsvParser::CsvParser(char separator, const OnRow& on_row, Summary& summary) : on_row_(on_row), summary_(summary) {
  if (csv_init(&parser_, CSV_REPALL_NL) != 0) throw std::bad_alloc();
  csv_set_delim(&parser_, static_cast<unsigned char>(separator));
  csv_set_blk_size(&parser_, parser_block);
  summary_.separator = separator;
}

CsvParser::~CsvParser() {
  csv_free(&parser_);
}

bool CsvParser::feed(std::string_view text) {
  const auto nul = std::min(text.find('\0'), text.size());
  for (size_t at = 0; wanted_ && at < nul; at += piece) {
    const auto part = text.substr(at, std::min(piece, nul - at));
    if (csv_parse(&parser_, part.data(), part.size(), cell_ended, row_ended, this) != part.size())
      throw std::bad_alloc();
    if (parser_.entry_pos > max_cell_characters * bytes_per_character) stop(Fault::cell_too_long);
  }
  if (nul != text.size()) stop(Fault::binary);
  return wanted_;
}

void CsvParser::finish() {
  if (!wanted_) return;
  csv_set_opts(&parser_, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI);
  if (csv_fini(&parser_, cell_ended, row_ended, this) != 0) stop(Fault::unclosed_quote);
  if (wanted_ && summary_.rows == 0) {
    line_ = 0;
    stop(Fault::empty);
  }
}

void CsvParser::cell_ended(void* text, size_t size, void* self) {
  static_cast<CsvParser*>(self)->end_of_cell({static_cast<const char*>(text), size});
}

void CsvParser::row_ended(int by, void* self) {
  static_cast<CsvParser*>(self)->end_of_row(by);
}

void CsvParser::end_of_cell(std::string_view cell) {
  after_cr_ = false;
  if (!wanted_) return;
  ++count_;
  if (cell.empty() && count_ > max_columns) return;
  if (cell.size() > max_cell_characters && characters(cell) > max_cell_characters) return stop(Fault::cell_too_long);
  summary_.unreadable += replacements(cell);
  if (count_ <= max_columns) {
    if (cells_.size() < count_) cells_.emplace_back();
    cells_[count_ - 1].assign(cell);
  }
  if (cell.find_first_not_of(" \t\r\n") != cell.npos) filled_ = count_;
}

void CsvParser::end_of_row(int by) {
  if (by == '\n' && after_cr_) {
    after_cr_ = false;
    return;
  }
  after_cr_ = by == '\r';
  if (!wanted_) return;
  if (filled_ > max_columns) return stop(Fault::too_many_columns, filled_);
  if (filled_ > 0) {
    if (summary_.rows == max_rows) return stop(Fault::too_many_rows);
    ++summary_.rows;
    summary_.columns = std::max(summary_.columns, filled_);
    wanted_ = on_row_({.line = line_, .cells = {cells_.data(), filled_}});
  }
  count_ = filled_ = 0;
  if (++line_ > max_lines) stop(Fault::too_many_rows);
}

void CsvParser::stop(Fault fault, size_t found) {
  if (!wanted_) return;
  summary_.problem = Problem{.fault = fault, .line = line_, .found = found};
  wanted_ = false;
}

}  // namespace tables
