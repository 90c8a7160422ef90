#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/http/message.hpp"

namespace http {

struct Target {
  std::string path;  ///< see Request::path
  Fields query;
};

/// Reads the target of a request in origin form ("/membres?page=2"). Nothing when it is malformed or tries to leave its
/// place.
std::optional<Target> read_target(std::string_view target);

/// Adds the pairs of an urlencoded query or form. False when one is no text or there are more than `limit`.
bool read_pairs(std::string_view text, size_t limit, Fields& into);

}  // namespace http
