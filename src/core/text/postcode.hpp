#pragma once

#include <string_view>

namespace text {

/// Of France: five digits.
inline bool is_postcode(std::string_view text) {
  return text.size() == 5 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace text
