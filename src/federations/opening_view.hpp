#pragma once

#include <map>

#include "core/html.hpp"
#include "core/ids.hpp"
#include "federations/opening_line.hpp"

namespace federations {

/// A section that the federation has already, under the name of the line of that place, counted from one.
struct Known {
  std::int64_t place;
  bool active, run, invited;
};
struct Preview {
  SpaceId federation;
  std::vector<OpeningLine> lines;
  std::map<std::int64_t, Known> known;
};

void write_choose(html::Out& out, SpaceId federation, std::string_view csrf, const std::string& error);
void write_preview(html::Out& out, const Preview& preview, std::string_view csrf);

}  // namespace federations
