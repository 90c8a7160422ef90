#pragma once
// Any photo from a telephone (JPEG, PNG, WebP, HEIC; the first picture of a GIF) becomes a small picture: right way up,
// in sRGB, without a word about where, when and with what it was taken. A confined process of its own reads the photo:
// `coopol-picture`, which stands beside the running program.

#include <string>
#include <string_view>
#include <variant>

#include "core/pictures/fault.hpp"
#include "core/pictures/limits.hpp"

namespace pictures {

/// At most max_side wide and high, of max_bytes; of `media_type`.
struct Picture {
  std::string content;
  int width, height;
};

/// Takes up to some seconds. Throws std::runtime_error when the program is not there.
std::variant<Picture, Fault> shrink(std::string_view photo);

/// Where that program is.
std::string program();

}  // namespace pictures
