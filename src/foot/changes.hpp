#pragma once
// What a text of the house says otherwise than before, for people.

#include <string_view>

#include "core/html.hpp"

namespace foot {

/// Only what came and went.
void changes(html::Out& out, std::string_view before, std::string_view after);

}  // namespace foot
