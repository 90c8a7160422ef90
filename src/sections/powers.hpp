#pragma once
// The powers that can be handed on, as people read them (X03).

#include <span>
#include <string_view>

namespace sections {

struct PowerWords {
  std::string_view code;  ///< as the database knows it
  std::string_view label;
  std::string_view what;  ///< one sentence
};
std::span<const PowerWords> powers();
/// The label of a code; "" when there is none.
std::string_view power_label(std::string_view code);

}  // namespace sections
