#pragma once
// A QR code drawn in the page itself, dark on light whatever the theme, so that every camera reads it.

#include <string>
#include <string_view>

#include "core/html.hpp"

namespace ui {

/// `name`: what it is, read out. Throws std::length_error above what a QR code holds.
void qr(html::Out& out, const std::string& content, std::string_view name);

}  // namespace ui
