#pragma once
#include <string>
#include <string_view>

namespace accounts {

/// What a person calls it: «Firefox sur Android». Nothing else of the header is kept.
std::string device_name(std::string_view user_agent);

}  // namespace accounts
