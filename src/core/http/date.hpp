#pragma once
// Instants in headers (RFC 9110 5.6.7).

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace http {

std::string date(std::chrono::sys_seconds instant);  ///< "Sun, 06 Nov 1994 08:49:37 GMT"
/// Of that one form; the two that nobody has sent for decades are nothing, as is all else.
std::optional<std::chrono::sys_seconds> parse_date(std::string_view text);

}  // namespace http
