#pragma once

#include <optional>
#include <string_view>

namespace pictures {

enum class Kind : unsigned char { jpeg, png, gif, webp, heic };

/// What the first octets say that it is, whatever its name; nothing for all else.
std::optional<Kind> kind_of(std::string_view bytes);

}  // namespace pictures
