#pragma once
// The mail that brings an invitation, to a member of the section or to its secretary to be (S03, S05).

#include <optional>

#include "core/mail/composer.hpp"

namespace sections {

inline constexpr std::string_view invitation_mail = "sections.invitation";

/// Says what is true when it leaves; nothing when it was accepted, withdrawn or sent again meanwhile, or when whoever
/// asked for it may invite no more.
std::optional<mail::Message> compose_invitation(pg::Connection& database, const mail::Row& row,
                                                const Settings& settings);

}  // namespace sections
