#include "sections/import.hpp"

#include "core/crypto.hpp"
#include "core/tables/read.hpp"
#include "core/text/fold.hpp"
#include "sections/import_refused.hpp"

namespace sections {
namespace {

constexpr size_t rows_looked_at = 200;

}  // namespace

const pg::Statement<ImportRow(SpaceId, ImportId)> find_import{"sections.find_import", R"(
  select id, file_name, kind, state, lines_total, lines_done, problem,
         case when matching is not null then array(select column_number::integer from jsonb_array_elements_text(matching->'columns') as c (column_number)) end,
         (matching->>'skip')::integer
    from register_import where section_id = $1 and id = $2)"};

std::vector<std::int32_t> numbers(const Matching& matching) {
  std::vector<std::int32_t> numbers;
  for (const auto field : all_fields()) {
    const auto column = matching[field];
    numbers.push_back(column ? static_cast<std::int32_t>(*column) : -1);
  }
  return numbers;
}

Matching matching_of(const std::vector<std::int32_t>& numbers) {
  Matching matching;
  for (const auto field : all_fields())
    if (const auto at = static_cast<size_t>(field); at < numbers.size() && numbers[at] >= 0)
      matching.set(field, static_cast<size_t>(numbers[at]));
  return matching;
}

std::string titles_digest(const Proposal& proposal) {
  std::string titles = proposal.has_titles() ? "" : "none";
  for (const auto& title : proposal.titles)
    if (title != refusal_title) titles += '|' + text::fold(title);
  return crypto::hex(crypto::sha256(titles));
}

Head read_first_rows(std::string_view part, bool cut) {
  // A character, or a row, may have been cut in two.
  if (cut) part = part.substr(0, part.find_last_of("\r\n") + 1);
  auto head = tables::read_head(part, rows_looked_at);
  if (cut && head.summary.problem && head.rows.size() > 1) {
    head.rows.pop_back();
    head.lines.pop_back();
  }
  return {std::move(head.rows), std::move(head.lines)};
}

const char* const csv_start = "\xEF\xBB\xBFsep=,\r\n";

void append_plain_row(std::string& csv, std::span<const std::string> cells) {
  for (size_t i = 0; i < cells.size(); ++i) {
    csv += i > 0 ? ",\"" : "\"";
    for (const char c : cells[i]) {
      if (c == '"') csv += '"';
      csv += c;
    }
    csv += '"';
  }
  csv += "\r\n";
}

}  // namespace sections
