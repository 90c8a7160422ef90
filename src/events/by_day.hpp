#pragma once
#include "events/card.hpp"

namespace events {

/// Cards of what is to come, under the days on which they begin.
void write_by_day(html::Out& out, const std::vector<Card>& cards, Place place, paris::Instant now,
                  std::string_view csrf);

}  // namespace events
