#pragma once
// The parts of «Modifier mon compte», whichever room serves them.

#include <vector>

#include "ui/navigation.hpp"

namespace self {

enum class Tab { sign_in, data, visibility, notifications, reaches, own_data };

std::vector<ui::Tab> tabs(Tab current);

}  // namespace self
