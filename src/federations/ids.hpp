#pragma once

#include "core/ids.hpp"

namespace federations {

using InvitationId = Id<struct InvitationTag>;  ///< of a secretary

}  // namespace federations
