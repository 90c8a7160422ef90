#pragma once
#include <vector>

#include "events/description.hpp"
#include "events/series/scope.hpp"

namespace events {

struct SpaceChoice {
  SpaceId id;
  std::string kind, name;
};

struct DescribePage {
  std::optional<EventId> event;
  bool draft = true;
  std::string title;  ///< as it is published
  TypedDescription typed;
  TypedRepeat repeat;
  std::optional<InSeries> standing;  ///< of a published date of a series
  Scope scope = Scope::one;
  ui::Errors errors;
  std::vector<SpaceChoice> spaces;  ///< where the viewer may publish, and where it stands already
  std::string csrf;
};
void write(html::Out& out, const DescribePage& page);

}  // namespace events
