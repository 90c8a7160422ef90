#pragma once
// Addresses of the web as people type them.

#include <optional>
#include <string>
#include <string_view>

namespace text {

/// "lesite.fr" → "https://lesite.fr"; nothing when it is no web address, or longer than 200 octets.
std::optional<std::string> web_address(std::string_view typed);

}  // namespace text
