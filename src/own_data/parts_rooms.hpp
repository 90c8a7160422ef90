#pragma once
#include "own_data/parts.hpp"

namespace own_data {

std::vector<Part> person_parts(), circle_parts(), word_parts(), event_parts();

}  // namespace own_data
