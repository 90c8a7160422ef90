#include "sections/import_refused.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <map>

#include "core/tables/read.hpp"
#include "core/tables/write.hpp"

namespace sections {
namespace {

using Cells = std::vector<std::string>;

constexpr size_t most_lines = 5000;  // a file of which more is refused was matched wrongly

const pg::Statement<void(ImportId, std::string)> keep{
    "sections.keep_refused", "update register_import set refused = $2::text::jsonb where id = $1"};
const pg::Statement<std::string(SpaceId, ImportId)> kept{
    "sections.refused",
    "select refused::text from register_import where section_id = $1 and id = $2 and refused is not null"};
const pg::Statement<void(SpaceId)> note_download{"sections.note_refused", "select note_reach($1, 'section.report')"};

std::string why(const RegisterLine& line) {
  std::string words;
  for (const auto& finding : line.findings)
    if (finding.severity == Severity::error) words += (words.empty() ? "" : " ") + finding.message;
  return words;
}

boost::json::array json_row(const Cells& cells) {
  boost::json::array row;
  for (const auto& cell : cells) row.emplace_back(cell);
  return row;
}

// Under names of ours where the file has no titles.
Cells titles(const Columns& columns, size_t width) {
  Cells names;
  for (size_t i = 0; i < width; ++i) names.push_back("Colonne " + std::to_string(i + 1));
  for (const auto field : all_fields())
    if (const auto at = columns.matching[field]; at && *at < width) names[*at] = label(field);
  return names;
}

}  // namespace

void keep_refused(pg::Batch& batch, ImportId import, std::string_view content, const Columns& columns,
                  std::span<const RegisterLine> lines) {
  std::map<size_t, std::string> reasons;
  for (const auto& line : lines)
    if (line.standing() == Standing::refused && reasons.size() < most_lines) reasons.emplace(line.line, why(line));
  if (reasons.empty()) return;
  Cells head;
  std::vector<Cells> rows;
  size_t width = 0;
  auto skip = columns.skip;
  tables::read(content, [&](const tables::Row& row) {
    if (skip-- > 0) {
      if (skip == 0) head.assign(row.cells.begin(), row.cells.end());
    } else if (const auto reason = reasons.find(row.line); reason != reasons.end()) {
      rows.emplace_back(row.cells.begin(), row.cells.end());
      width = std::max(width, row.cells.size());
    }
    return true;
  });
  if (head.empty()) head = titles(columns, width);
  width = std::max(width, head.size());
  boost::json::array all;
  const auto add = [&](Cells cells, std::string_view last) {
    cells.resize(width);
    cells.emplace_back(last);
    all.push_back(json_row(cells));
  };
  add(std::move(head), refusal_title);
  auto reason = reasons.begin();
  for (auto& row : rows) add(std::move(row), (reason++)->second);
  batch.run(keep, import, boost::json::serialize(all));
}

http::Response download_refused(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto found = v.maybe(kept, id, v.id<ImportId>("import"));
  v.run(note_download, id);
  v.ask();
  if (!*found) throw http::Error(404);
  std::vector<Cells> rows;
  const auto all = boost::json::parse(**found);
  for (const auto& row : all.as_array()) {
    auto& cells = rows.emplace_back();
    for (const auto& cell : row.as_array()) cells.emplace_back(cell.as_string());
  }
  auto response = http::Response::text(tables::write_csv(rows));
  response.headers.set("content-type", "text/csv; charset=utf-8");
  response.headers.set("content-disposition", "attachment; filename=\"lignes-a-corriger.csv\"");
  return response;
}

}  // namespace sections
