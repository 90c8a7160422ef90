#pragma once
// The three steps of creating an event, and the same pages once it is published, when each is changed on its own (E01,
// E07).

#include <string>

#include "core/html.hpp"
#include "core/ids.hpp"

namespace events {

enum class Step { description = 1, invitation, guests };

/// Title and stepper of a draft; of a published event, the way back to it and what is changed.
void step_head(html::Out& out, std::optional<EventId> event, bool draft, Step step, std::string_view title);

}  // namespace events
