#include "gate/flash.hpp"

#include "core/crypto.hpp"

namespace gate {
namespace {

constexpr std::string_view flash_cookie = "__Host-annonce";
constexpr auto lifetime = std::chrono::seconds(60);
constexpr size_t longest = 600;  // octets; a cookie holds 4 KB in all

}  // namespace

std::optional<ui::Flash> read_flash(const http::Request& request) {
  const auto value = request.cookie(flash_cookie);
  if (!value) return std::nullopt;
  const auto text = crypto::from_base64url(*value);
  if (!text || text->empty() || text->size() > longest || text->front() < '0' || text->front() > '3')
    return std::nullopt;
  return ui::Flash{static_cast<ui::Flash::Tone>(text->front() - '0'), text->substr(1)};
}

void set_flash(http::Response& response, const ui::Flash& flash) {
  const std::string text = static_cast<char>('0' + static_cast<int>(flash.tone)) + flash.text;
  response.set_cookie({std::string(flash_cookie), crypto::base64url(text), lifetime});
}

void clear_flash(http::Response& response) {
  response.set_cookie({std::string(flash_cookie), "", std::chrono::seconds(0)});
}

}  // namespace gate
