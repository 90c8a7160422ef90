#pragma once
// What will become of a file's lines, told before anything is imported (S07): how many are ready, doubtful or refused,
// and why.

#include <chrono>
#include <string_view>
#include <vector>

#include "sections/import.hpp"
#include "sections/register_line.hpp"

namespace sections {

struct Check {
  std::int64_t ready = 0, doubtful = 0, refused = 0, merged = 0;
  bool whole = true;                     ///< else the counts are of the first part of a long file
  std::vector<RegisterLine> to_look_at;  ///< refused ones first; no more than anybody reads

  [[nodiscard]] std::int64_t lines() const { return ready + doubtful + refused + merged; }
};
/// Imported, but for somebody to look at.
bool is_doubtful(const RegisterLine& line);

/// `cut`: `part` is only the beginning of the file.
Check check_lines(std::string_view part, bool cut, const Columns& columns, std::chrono::year_month_day today);

}  // namespace sections
