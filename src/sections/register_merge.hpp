#pragma once
// How the lines of a file enter the section's register (S06). A person already known is found again, what the file says
// new fills and corrects their entry, and nothing is erased by a blank. The same file again changes nothing, even where
// the secretary has corrected an entry by hand since.
//
// The lines are first put down beside the register, in portions; then they enter all at once, in one transaction.

#include <string>
#include <vector>

#include "core/pg/batch.hpp"
#include "sections/ids.hpp"
#include "sections/register_line.hpp"

namespace sections {

/// Puts down lines that are ready or incomplete.
void stage(pg::Batch& batch, ImportId import, std::span<const RegisterLine* const> lines);
void unstage(pg::Batch& batch, ImportId import);

struct MergeCounts {
  std::int64_t added, changed, same, incomplete,
      members;  ///< `members`: of the section already, neither invited nor changed there
};
struct MergeReply {
  pg::Reply<MergeCounts> counts;
  pg::Reply<std::vector<std::int32_t>> shared_with_register;  ///< lines whose address somebody else of the register has
};
/// Queues the statements; `kind` is adherent or sympathisant. Forgets the staged lines.
MergeReply merge(pg::Batch& batch, ImportId import, SpaceId section, const std::string& kind);

/// Who of the section cannot be written to, and why, once an entry has come, changed or gone. Whoever has been invited
/// or is a member is left alone.
extern const pg::Statement<void(SpaceId)> settle_incomplete;

}  // namespace sections
