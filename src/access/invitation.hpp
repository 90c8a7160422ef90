#pragma once
// What this room offers to those who invite (A03): the link of a mail. Sending again raises the number of the send, and
// kills the former link.

#include <chrono>
#include <cstdint>
#include <string>

#include "core/settings.hpp"

namespace accounts {

inline constexpr auto invitation_time = std::chrono::days(30);

/// The whole address, good for invitation_time from `issued` on and until `send` is no longer the invitation's number
/// of sends.
std::string invitation_link(const Settings& settings, std::int64_t invitation, std::int32_t send,
                            std::chrono::sys_seconds issued);

}  // namespace accounts
