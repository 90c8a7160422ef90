#pragma once
// Addresses of the web as people type them.

#include <optional>
#include <string>
#include <string_view>

namespace text {

/// "lesite.fr" → "https://lesite.fr"; nothing when it is no web address, or longer than `longest` octets.
std::optional<std::string> web_address(std::string_view typed, size_t longest = 200);

}  // namespace text
