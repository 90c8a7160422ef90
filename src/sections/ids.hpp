#pragma once

#include "core/ids.hpp"

namespace sections {

using EntryId = Id<struct EntryTag>;  ///< somebody in the section's register
using InvitationId = Id<struct InvitationTag>;
using ImportId = Id<struct ImportTag>;
using ListId = Id<struct ListTag>;  ///< a list or a zone

}  // namespace sections
