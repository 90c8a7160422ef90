#pragma once
// What an import made of each line, kept without what the lines said.

#include <span>

#include "core/pg/batch.hpp"
#include "sections/register_merge.hpp"

namespace sections {

/// Marks the import as done. `shared` are the lines whose address somebody else of the register has.
void keep_report(pg::Batch& batch, ImportId import, std::span<const RegisterLine> lines, const MergeCounts& counts,
                 std::span<const std::int32_t> shared);

}  // namespace sections
