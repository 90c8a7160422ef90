#pragma once
// Names for people who do not exist: common first names of each generation and common family names of France, the most
// frequent first. Nobody's in particular.

#include <array>
#include <span>
#include <string_view>

namespace demo {

struct Generation {
  int from, to;  ///< years of birth
  double share;  ///< of a party's members
  std::span<const std::string_view> women, men;
};

std::span<const Generation> generations();
std::span<const std::string_view> family_names();

}  // namespace demo
