#pragma once
#include <optional>
#include <string>

#include "core/clock.hpp"
#include "core/html.hpp"

namespace agenda {

struct FeedPage {
  std::string csrf;
  paris::Instant now;
  std::optional<std::string> address = {};   ///< whole; none: not made yet, or not to be told any more
  std::optional<paris::Instant> since = {};  ///< when it was made; none: there is none
  std::optional<paris::Instant> read = {};   ///< when a program last read it
};
void write(html::Out& out, const FeedPage& page);

}  // namespace agenda
