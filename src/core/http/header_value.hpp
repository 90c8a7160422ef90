#pragma once
// Small readings that several header fields share. RFC 9110 5.6.

#include <optional>
#include <string>
#include <string_view>

namespace http {

std::string_view trimmed(std::string_view text);
bool same(std::string_view a, std::string_view b);  ///< whatever the case of ASCII letters

/// "text/html" of "text/html; charset=utf-8".
std::string_view before_parameters(std::string_view value);
/// The parameter of that name, without its quotes: "utf-8" of charset. Backslashes are kept as they are, since browsers
/// write file names so.
std::optional<std::string> parameter(std::string_view value, std::string_view name);

/// Does a list ("gzip, br") hold that token?
bool lists(std::string_view value, std::string_view token);

}  // namespace http
