#pragma once
// The links of this room's mails, and how they are read back. Each says what makes it single-use
// (core/signed_token.hpp).

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/ids.hpp"
#include "core/settings.hpp"

namespace accounts {

inline constexpr auto password_time = std::chrono::hours(1);
inline constexpr auto address_time = std::chrono::hours(24);
inline constexpr auto second_step_time = std::chrono::minutes(10);
inline constexpr auto refusal_time = std::chrono::days(3650);  // an old mail must not be a trap
inline constexpr auto undo_time = std::chrono::days(7);
inline constexpr auto preregistration_time = std::chrono::days(30), friend_time = preregistration_time;

std::string password_link(const Settings& settings, MemberId member, std::int32_t password_version,
                          std::chrono::sys_seconds issued);
std::string preregistration_link(const Settings& settings, std::int64_t preregistration,
                                 std::chrono::sys_seconds issued);

/// To the address that was asked for, and to the former one.
std::string address_link(const Settings& settings, std::int64_t change, std::chrono::sys_seconds issued);
std::string undo_link(const Settings& settings, std::int64_t change, std::chrono::sys_seconds issued);

std::string friend_link(const Settings& settings, std::int64_t invitation, std::int32_t send,
                        std::chrono::sys_seconds issued);
/// The path of a sign-in's second step, for the browser in which it began.
std::string second_step_path(const Settings& settings, std::int64_t step, std::chrono::sys_seconds issued);

/// The whole address at which whoever holds it refuses invitations of friends for good. It tells neither who was
/// invited nor by whom: what it carries is `refusal_hash` of the address.
std::string friend_refusal_link(const Settings& settings, std::string_view email, std::chrono::sys_seconds issued);
std::string refusal_hash(const Settings& settings, std::string_view email);  ///< 16 octets

struct InvitationLink {
  std::int64_t invitation;
  std::int32_t send;
  bool expired;
};
struct FriendLink {
  std::int64_t invitation;
  std::int32_t send;
};
struct PasswordLink {
  MemberId member;
  std::int32_t version;
};
/// Nothing when we did not sign it; only an invitation tells an expired one from none.
std::optional<InvitationLink> read_invitation_link(const Settings& settings, std::string_view token);
std::optional<FriendLink> read_friend_link(const Settings& settings, std::string_view token);
std::optional<std::string> read_friend_refusal(const Settings& settings, std::string_view token);  ///< the hash
std::optional<PasswordLink> read_password_link(const Settings& settings, std::string_view token);
std::optional<std::int64_t> read_preregistration_link(const Settings& settings, std::string_view token);
std::optional<std::int64_t> read_address_link(const Settings& settings, std::string_view token);
std::optional<std::int64_t> read_undo_link(const Settings& settings, std::string_view token);
std::optional<std::int64_t> read_second_step(const Settings& settings, std::string_view token);

}  // namespace accounts
