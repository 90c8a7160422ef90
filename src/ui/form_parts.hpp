#pragma once
// What every field of a form shares. Only for the files of ui/.

#include <optional>
#include <string>
#include <string_view>

#include "core/html.hpp"

namespace ui::parts {

/// An attribute value that is left out when empty.
inline std::optional<std::string_view> given(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

/// Left out when zero.
inline std::optional<std::string> given(int number) {
  return number == 0 ? std::nullopt : std::optional(std::to_string(number));
}

/// The names that tie a control to its hint and its error.
struct Ids {
  Ids(std::string_view id, std::string_view name, std::string_view hint, std::string_view error);
  std::string control, hint, error;
  std::optional<std::string> described_by;
};

std::string_view field_class(std::string_view error);
void label(html::Out& out, const Ids& ids, std::string_view text, bool required, bool hidden);
void hint(html::Out& out, const Ids& ids, std::string_view text);
void error(html::Out& out, const Ids& ids, std::string_view text);

}  // namespace ui::parts
