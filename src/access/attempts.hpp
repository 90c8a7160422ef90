#pragma once
// Guessing is slowed down by who guesses, by whose account it is, and by both together, before anything costs. Unknown
// addresses are counted like known ones.

#include <string_view>

#include "gate/visit.hpp"

namespace accounts {

struct Limits {
  std::string_view what;
  Rate both;     ///< one client, one account: somebody who tries to remember
  Rate account;  ///< all clients, one account: a crowd of machines; the owner is kept out too, so not too small
  Rate client;   ///< one client, all accounts: a list of addresses; a section that signs in together shares one
};
inline constexpr Limits sign_in_limits{
    "sign-in", {8, std::chrono::minutes(15)}, {40, std::chrono::hours(1)}, {120, std::chrono::minutes(15)}};
/// Mail to an address that somebody typed.
inline constexpr Limits mail_limits{
    "mail", {3, std::chrono::hours(1)}, {6, std::chrono::hours(6)}, {20, std::chrono::hours(1)}};

/// Counts one, or throws 429 with kind words.
void count_attempt(gate::Visit& v, const Limits& limits, std::string_view account);
/// It was the owner: their count starts again. The client's does not, or an own account would buy guesses at others'.
void forgive_attempts(gate::Visit& v, const Limits& limits, std::string_view account);

}  // namespace accounts
