#include "core/text/web_address.hpp"

#include "core/html.hpp"

namespace text {

std::optional<std::string> web_address(std::string_view typed, size_t longest) {
  std::string address(typed);
  if (address.find("://") == std::string::npos) address = "https://" + address;
  const auto host = address.find("://") + 3;
  const bool plausible =
      address.find('.', host) != std::string::npos && address.find_first_of(" \t\r\n<>\"") == std::string::npos;
  if (!plausible || address.size() > longest || html::Url::external(address).text() == "#") return std::nullopt;
  return address;
}

}  // namespace text
