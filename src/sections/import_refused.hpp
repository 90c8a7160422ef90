#pragma once
// The lines of a file that were refused, to take back, correct and send again (S07): as they stood, under their own
// titles, with what was wrong in a last column. They are the only words of a file that outlive its import, for a week.

#include <span>
#include <string>
#include <vector>

#include "core/pg/batch.hpp"
#include "gate/visit.hpp"
#include "sections/import.hpp"
#include "sections/register_line.hpp"

namespace sections {

/// Title of the column that says why; no matching takes it for data.
inline constexpr std::string_view refusal_title = "Ce qui ne va pas";

/// The refused among `lines`, read once more from the file.
void keep_refused(pg::Batch& batch, ImportId import, std::string_view content, const Columns& columns,
                  std::span<const RegisterLine> lines);

http::Response download_refused(gate::Visit& v);

}  // namespace sections
