#include "core/tables/read.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/tables/csv.hpp"
#include "core/tables/encoding.hpp"
#include "core/tables/separator.hpp"
#include "core/tables/xlsx.hpp"

namespace tables {

namespace {

constexpr size_t sample = size_t{64} << 10;  // bytes in which the separator is sought
constexpr std::string_view zip = "PK\x03\x04";

// Files that people take for a table, told by their first bytes. A zip says further inside what it holds.
std::optional<Fault> not_a_table(std::string_view bytes) {
  constexpr std::array<std::pair<std::string_view, Fault>, 8> starts{{{"\xD0\xCF\x11\xE0", Fault::old_excel},
                                                                      {"%PDF", Fault::other_format},
                                                                      {"\x89PNG", Fault::other_format},
                                                                      {"\xFF\xD8\xFF", Fault::other_format},
                                                                      {"{\\rtf", Fault::other_format},
                                                                      {"<!DOCTYPE", Fault::other_format},
                                                                      {"<html", Fault::other_format},
                                                                      {"<?xml", Fault::other_format}}};
  for (const auto& [start, fault] : starts)
    if (bytes.starts_with(start)) return fault;
  if (!bytes.starts_with(zip)) return {};
  if (bytes.substr(0, 200).find("opendocument.spreadsheet") != bytes.npos) return Fault::open_document;
  if (bytes.find("xl/") == bytes.npos) return Fault::other_format;
  return {};
}

void read_workbook(std::string_view bytes, const OnRow& on_row, Summary& summary) {
  summary.kind = Kind::xlsx;
  summary.encoding = "UTF-8";
  CsvParser parser(',', on_row, summary);
  if (const auto fault = convert_xlsx(bytes, [&](std::string_view text) { return parser.feed(text); }))
    summary.problem = Problem{.fault = *fault};
  else
    parser.finish();
}

void read_text(std::string_view bytes, const OnRow& on_row, Summary& summary) {
  const auto encoding = detect_encoding(bytes);
  summary.encoding = encoding.name;
  std::string start;
  decode(bytes.substr(0, sample), encoding, [&](std::string_view text) {
    start += text;
    return true;
  });
  const auto separator = detect_separator(start);
  CsvParser parser(separator.character, on_row, summary);
  size_t skip = separator.skip;
  decode(bytes, encoding, [&](std::string_view text) {
    const auto skipped = std::min(skip, text.size());
    skip -= skipped;
    return parser.feed(text.substr(skipped));
  });
  parser.finish();
}

}  // namespace

Summary read(std::string_view bytes, const OnRow& on_row) {
  Summary summary;
  if (bytes.size() > max_file_bytes)
    summary.problem = Problem{.fault = Fault::file_too_big, .found = bytes.size()};
  else if (const auto fault = not_a_table(bytes))
    summary.problem = Problem{.fault = *fault};
  else if (bytes.starts_with(zip))
    read_workbook(bytes, on_row, summary);
  else
    read_text(bytes, on_row, summary);
  return summary;
}

Head read_head(std::string_view bytes, size_t rows) {
  Head head;
  head.summary = read(bytes, [&](const Row& row) {
    head.rows.emplace_back(row.cells.begin(), row.cells.end());
    head.lines.push_back(row.line);
    return head.rows.size() < rows;
  });
  return head;
}

}  // namespace tables
