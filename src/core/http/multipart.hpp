#pragma once

#include <string>
#include <string_view>

#include "core/http/message.hpp"

namespace http {

struct FormLimits {
  size_t fields = 2000;             ///< → 413
  size_t text_bytes = 1024 * 1024;  ///< names and values together → 413
  size_t uploads = 10;              ///< → 413
};

/// Reads a multipart/form-data body (RFC 7578). Throws Error 400 when malformed or when a value is no text, 413 when a
/// limit is passed.
Form read_multipart(std::string_view content_type, std::string_view body, const FormLimits& limits = {});

}  // namespace http
