#pragma once
// The secret address under which calendar programs read a member's agenda (E08). It is made from the server's secret
// and a salt, so that its owner can see it again on another device, and the database alone opens nothing.

#include <optional>
#include <string>
#include <string_view>

#include "core/ids.hpp"
#include "core/settings.hpp"

namespace agenda {

inline constexpr size_t feed_salt_bytes = 16;

std::string feed_token(const Settings& settings, MemberId member, std::string_view salt);  ///< 32 octets
std::string feed_hash(std::string_view token);                                             ///< what is stored
std::string feed_path(std::string_view token);                                             ///< "/calendrier/….ics"
/// The token in the last part of that path.
std::optional<std::string> read_feed_name(std::string_view name);

}  // namespace agenda
