#pragma once
// What a page may ask /vif for. topic.hpp tells how tokens are made.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/ids.hpp"

namespace live {

/// What can be watched.
struct Subject {
  std::string topic;
  std::int64_t id = 0;
  auto operator<=>(const Subject&) const = default;
};

/// Nothing when the token is malformed, or was made for somebody else.
std::optional<Subject> read_token(std::string_view secret, MemberId member, std::string_view token);

}  // namespace live
