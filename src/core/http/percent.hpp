#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace http {

enum class Stray { refuse, keep };

/// Undoes percent-encoding (RFC 3986 2.1). A "%" without two digits is refused or kept as it is, as browsers do in
/// queries and forms.
std::optional<std::string> percent_decoded(std::string_view text, Stray stray, bool plus_is_space);

/// Is it text that a person may have written: UTF-8 without NUL?
bool is_text(std::string_view text);

}  // namespace http
