#pragma once
// What a member may be told of (A08), and choose to be told of by mail at once, in the evening's digest, or not at all;
// and on their telephone too (28_push.sql says when a kind is).

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace notifications {

/// The numbers stand in the links of mails that have left.
enum class Kind { invitation = 0, reminder = 1, message = 2, coopain = 3, digest = 4, wall = 5, letter = 6 };

/// Those that are chosen one by one, in the order of the page; the digest itself can only be refused.
inline constexpr std::array chosen_kinds{Kind::message,    Kind::wall,     Kind::coopain,
                                         Kind::invitation, Kind::reminder, Kind::letter};

std::string_view code(Kind kind);  ///< as in table notification_choice
std::optional<Kind> kind_of(std::int64_t number);

}  // namespace notifications
