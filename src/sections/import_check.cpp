#include "sections/import_check.hpp"

#include <algorithm>

#include "core/tables/read.hpp"
#include "sections/register_duplicates.hpp"

namespace sections {
namespace {

constexpr size_t most_shown = 20;

}  // namespace

bool is_doubtful(const RegisterLine& line) {
  return line.standing() == Standing::incomplete ||
         std::ranges::any_of(line.findings, [](const Finding& f) { return f.severity == Severity::warning; });
}

Check check_lines(std::string_view part, bool cut, const Columns& columns, std::chrono::year_month_day today) {
  Check check{.whole = !cut};
  if (cut) part = part.substr(0, part.find_last_of("\r\n") + 1);
  std::vector<RegisterLine> lines;
  auto skip = columns.skip;
  // A problem, if there is one, is told when the file is taken; at the cut, it is the cut.
  tables::read(part, [&](const tables::Row& row) {
    if (skip-- <= 0)
      if (auto line = parse_register_line(row.line, row.cells, columns.matching, today))
        lines.push_back(std::move(*line));
    return true;
  });
  settle_duplicates(lines);
  std::vector<const RegisterLine*> doubtful, refused;
  for (const auto& line : lines) {
    const auto standing = line.standing();
    if (standing == Standing::merged) {
      ++check.merged;
    } else if (standing == Standing::refused) {
      refused.push_back(&line);
    } else if (is_doubtful(line)) {
      doubtful.push_back(&line);
    } else {
      ++check.ready;
    }
  }
  check.refused = std::ssize(refused);
  check.doubtful = std::ssize(doubtful);
  for (const auto* group : {&refused, &doubtful})
    for (const auto* line : *group)
      if (check.to_look_at.size() < most_shown) check.to_look_at.push_back(*line);
  return check;
}

}  // namespace sections
