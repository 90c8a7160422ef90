#pragma once
// Before a section's door (S04): how to join it, what was asked, what was answered.

#include "sections/public_page_view.hpp"

namespace sections {

inline constexpr int longest_request = 500, request_pause = 30;  // characters; days after a refusal

void door(html::Out& out, const PublicPage& page, std::string_view csrf);

}  // namespace sections
