#pragma once

#include <optional>
#include <string>
#include <vector>

#include "near/asked.hpp"
#include "near/found.hpp"

namespace near {

struct View {
  Asked asked;
  std::optional<Origin> origin = {};
  std::vector<Event> events = {};
  std::vector<Section> sections = {};
  size_t most = 0;  ///< one more than that means that there are others
};
void write(html::Out& out, const View& view);

/// No commune, or several, are what was typed.
void write_choice(html::Out& out, const Asked& asked, std::string_view typed, const std::vector<Commune>& found);

/// «à 3 km», «sur place»
std::string away(double metres);

}  // namespace near
