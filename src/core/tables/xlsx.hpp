#pragma once
// The first sheet of an .xlsx, turned into .csv by Debian's xlsx2csv in a confined process.

#include <functional>
#include <optional>
#include <string_view>

#include "core/tables/problem.hpp"

namespace tables {

/// Hands over UTF-8 with commas; dates as 2026-03-29. Stops when `sink` says so.
std::optional<Fault> convert_xlsx(std::string_view bytes, const std::function<bool(std::string_view)>& sink);

}  // namespace tables
