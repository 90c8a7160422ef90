#pragma once
// A membership file on its way into the register (S07): chosen, its columns matched, then read by a job, all or
// nothing.
//
//   reading (a workbook becomes .csv) → matching → queued → running → done, or failed with what is wrong

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/pg/statement.hpp"
#include "sections/ids.hpp"
#include "sections/register_columns.hpp"

namespace sections {

inline constexpr std::string_view workbook_job = "sections.workbook", import_job = "sections.import",
                                  purge_job = "sections.purge_imports";

inline constexpr int import_attempts = 3;

/// What stands where in a file, as the person said.
struct Columns {
  Matching matching;
  std::int32_t skip = 1;  ///< rows at the start that are no people
};
/// For the database: −1 where no column is chosen.
std::vector<std::int32_t> numbers(const Matching& matching);
Matching matching_of(const std::vector<std::int32_t>& numbers);

/// A digest by which a file of the same titles is known again; they themselves are not kept.
std::string titles_digest(const Proposal& proposal);

struct ImportRow {
  ImportId id;
  std::string file_name, kind, state;
  std::int32_t lines_total, lines_done;
  std::optional<std::string> problem;
  std::optional<std::vector<std::int32_t>> columns;
  std::optional<std::int32_t> skip;
};
extern const pg::Statement<ImportRow(SpaceId, ImportId)> find_import;

/// The first rows, from the first part of a file.
struct Head {
  std::vector<std::vector<std::string>> rows;
  std::vector<size_t> lines;
};
Head read_first_rows(std::string_view part, bool cut);

/// A workbook's rows as .csv that reads back cell for cell: unlike core/tables/write.hpp it is for us alone, and
/// disarms no formula.
extern const char* const csv_start;
void append_plain_row(std::string& csv, std::span<const std::string> cells);

}  // namespace sections
