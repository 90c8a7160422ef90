#pragma once
// What people type as plain text, on a page: an empty line begins a paragraph, line breaks are kept, and addresses of
// the web become links.

#include <string_view>

#include "core/html.hpp"

namespace ui {

void prose(html::Out& out, std::string_view text);

}  // namespace ui
