#pragma once

#include <string_view>

namespace pictures {

enum class Fault : unsigned char {
  too_heavy,
  too_many_pixels,
  unreadable  // no photo, damaged, or one that asks for more time or memory than photos do
};

/// What is wrong with the photo and what to do, for the person.
std::string_view message(Fault fault);

}  // namespace pictures
