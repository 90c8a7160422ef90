#pragma once
#include "live/topic.hpp"

namespace live {

inline constexpr std::string_view member_topic_name = "member";

/// A member's own: counters and next dates of the télécommande (C04).
Topic member_topic();

}  // namespace live
