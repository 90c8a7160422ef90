#pragma once
// The challenge of signing in by a passkey alone, when nobody has said yet who they are: it carries its time and our
// mark, so that nothing is stored for strangers who ask for many. It is good in the browser that asked for it, for some
// minutes; that it serves once is the database's to say, which compares its time with the latest use of the key.

#include <optional>
#include <string>
#include <string_view>

#include "core/pg/value.hpp"

namespace accounts {

std::string make_key_challenge(std::string_view secret, std::string_view browser, pg::Time now);
/// When it was made, if by us, for that browser, and not long ago.
std::optional<pg::Time> read_key_challenge(std::string_view secret, std::string_view browser,
                                           std::string_view challenge, pg::Time now);

}  // namespace accounts
