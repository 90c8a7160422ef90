#pragma once

#include <string>
#include <string_view>

namespace utf8 {

/// Is `text` well-formed UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF?
bool valid(std::string_view text);

/// For words of others that must be kept whatever they are: when they are no UTF-8, '?' for all that is not ASCII.
std::string repaired(std::string_view text);

/// Characters (code points), as the database's length() counts them. The text is valid UTF-8.
size_t length(std::string_view text);

}  // namespace utf8
