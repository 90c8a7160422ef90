#pragma once
// What the rooms' mails need of this one: is the mail still wanted, and the address at which it can be refused.

#include <optional>
#include <string>

#include "core/ids.hpp"
#include "core/pg/batch.hpp"
#include "core/settings.hpp"
#include "notifications/kind.hpp"

namespace notifications {

/// Of the viewer, by code(): asked as act_as(member) when the mail leaves. False too when it comes with the digest.
extern const pg::Statement<bool(std::string)> wanted_now;

/// The whole address, for mail::Letter::unsubscribe: one click in the mail program (RFC 8058), or a page.
std::string refusal_link(const Settings& settings, MemberId member, Kind kind);

struct Refusal {
  MemberId member;
  Kind kind;
};
/// Nothing when we did not sign it.
std::optional<Refusal> read_refusal(const Settings& settings, std::string_view token);

}  // namespace notifications
