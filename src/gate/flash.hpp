#pragma once
// The line that says what just happened crosses the redirect in a cookie, and is shown once.

#include <optional>

#include "core/http/message.hpp"
#include "ui/page.hpp"

namespace gate {

std::optional<ui::Flash> read_flash(const http::Request& request);
void set_flash(http::Response& response, const ui::Flash& flash);
void clear_flash(http::Response& response);

}  // namespace gate
