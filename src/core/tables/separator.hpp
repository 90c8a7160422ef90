#pragma once
// Which character stands between the cells of a .csv.

#include <cstddef>
#include <string_view>

namespace tables {

struct Separator {
  char character = ';';
  size_t skip = 0;  // bytes of a first line `sep=;`, which is no row
};

/// `start` is the beginning of the file in UTF-8, at best some 64 KB.
Separator detect_separator(std::string_view start);

}  // namespace tables
