#pragma once
// What changed from one text to another, line by line: the longest common run of lines stays (Myers would give the same
// for texts of this size, faster for large ones).

#include <string_view>
#include <vector>

namespace text {

struct Line {
  enum class Kind { kept, removed, added };
  Kind kind;
  std::string_view words;  ///< of the text it stands in, which must outlive it
};

/// Beyond so many lines that differ on either side, the whole is shown as removed and added.
inline constexpr size_t most_lines_compared = 2000;

std::vector<Line> difference(std::string_view before, std::string_view after);

}  // namespace text
