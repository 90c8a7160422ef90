#pragma once
// What an archive holds (A12): each part is one statement, read as the member themself, whose rows are JSON objects
// with French names. A test walks through every column of the schema that points at a member and wants it in `holds` of
// some part, or in `left_out` with a reason.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/pg/statement.hpp"

namespace own_data {

inline constexpr std::int64_t rows_at_once = 500;
/// The rows after the first so many.
using Rows = pg::Statement<std::string(std::int64_t)>;

struct Part {
  std::string_view file;   ///< donnees/FILE.json
  std::string_view page;   ///< which page of the archive tells it
  std::string_view title;  ///< on that page
  const Rows* rows;
  std::vector<std::string_view> holds;  ///< «table.column», each a reference to a member
  bool grouped = false;                 ///< rows that share their first value stand under it
};
std::span<const Part> parts();

struct Page {
  std::string_view name, title, words;
};
std::span<const Page> pages();

struct LeftOut {
  std::string_view column, reason;
};
std::span<const LeftOut> left_out();

}  // namespace own_data
