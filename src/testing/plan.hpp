#pragma once
// What EXPLAIN (ANALYZE, BUFFERS) says of a statement.

#include <optional>
#include <string>
#include <vector>

namespace testing_db {

/// The pages that the whole statement touched, in memory or not; nothing when the plan counts none.
std::optional<int> pages_touched(const std::vector<std::string>& plan);

}  // namespace testing_db
