#pragma once
// The head of every answer, and the one place where the security headers are.

#include <string>
#include <string_view>

#include "core/http/message.hpp"

namespace http {

std::string_view reason(int status);

struct HeadNotes {
  size_t content_length = 0;
  bool keep_alive = true;
  bool https = false;
  std::string_view date;  ///< as RFC 9110 5.6.7 writes it
};

/// May an answer of that status have a body?
bool has_body(int status);

/// Status line and headers, up to and with the empty line. What the answer says of its own takes the place of the
/// defaults; what belongs to the connection (Content-Length, Connection…) is never taken from it, nor is a value that
/// could start another line.
std::string write_head(const Response& response, const HeadNotes& notes);

}  // namespace http
