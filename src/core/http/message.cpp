#include "core/http/message.hpp"

#include <algorithm>
#include <array>

namespace http {

std::string_view name(Method method) {
  constexpr std::array<std::string_view, 8> names{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "OTHER"};
  return names[static_cast<size_t>(method)];
}

void Fields::set(std::string_view field, std::string value) {
  std::erase_if(pairs_, [&](const auto& pair) { return pair.first == field; });
  pairs_.emplace_back(field, std::move(value));
}

std::optional<std::string_view> Fields::find(std::string_view field) const {
  const auto found = std::find_if(pairs_.begin(), pairs_.end(), [&](const auto& pair) { return pair.first == field; });
  return found == pairs_.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

std::vector<std::string_view> Fields::all(std::string_view field) const {
  std::vector<std::string_view> values;
  for (const auto& [key, value] : pairs_)
    if (key == field) values.emplace_back(value);
  return values;
}

namespace {

Response make(std::string_view type, std::string body, int status) {
  Response response;
  response.status = status;
  response.headers.add("content-type", std::string(type));
  response.body = std::move(body);
  return response;
}

}  // namespace

Response Response::html(std::string page, int status) {
  return make("text/html; charset=utf-8", std::move(page), status);
}
Response Response::text(std::string words, int status) {
  return make("text/plain; charset=utf-8", std::move(words), status);
}
Response Response::json(std::string document, int status) {
  return make("application/json", std::move(document), status);
}

Response Response::see_other(std::string_view location) {
  // "//host" and "/\host" would leave the site; a line break would start another header.
  const bool ours = location.starts_with('/') && !location.starts_with("//") &&
                    location.find('\\') == std::string_view::npos &&
                    std::none_of(location.begin(), location.end(),
                                 [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; });
  Response response;
  response.status = 303;
  response.headers.add("location", std::string(ours ? location : "/"));
  return response;
}

}  // namespace http
