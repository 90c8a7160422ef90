#pragma once
// The signed links of this room's mails: answering an invitation without signing in.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/ids.hpp"
#include "core/settings.hpp"
#include "ui/event_card.hpp"

namespace events {

/// How long after its end an event's links still say something.
inline constexpr auto reply_grace = std::chrono::days(1);

struct ReplyLink {
  EventId event;
  MemberId member;
  ui::Answer answer;
  std::chrono::sys_seconds expires;

  [[nodiscard]] bool expired(std::chrono::sys_seconds now) const { return expires <= now; }
  [[nodiscard]] ReplyLink with(ui::Answer other) const { return {event, member, other, expires}; }
};
std::string reply_path(const Settings& settings, const ReplyLink& link);
/// Nothing when we did not sign it.
std::optional<ReplyLink> read_reply(const Settings& settings, std::string_view token);

}  // namespace events
