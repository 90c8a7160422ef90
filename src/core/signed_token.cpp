#include "core/signed_token.hpp"

#include <charconv>

#include "core/crypto.hpp"

namespace signed_token {
namespace {

std::string sign(std::string_view secret, std::string_view purpose, std::string_view fields) {
  return crypto::keyed_hash(secret, "link " + std::string(purpose), fields);
}

constexpr size_t longest_token = 400;

}  // namespace

std::string make(std::string_view secret, std::string_view purpose, const std::vector<std::int64_t>& fields,
                 Time expires) {
  std::string text = std::to_string(expires.time_since_epoch().count());
  for (const auto field : fields) text += ',' + std::to_string(field);
  return crypto::base64url(text) + '.' + crypto::base64url(sign(secret, purpose, text));
}

std::optional<Content> read(std::string_view secret, std::string_view purpose, std::string_view token) {
  const auto dot = token.find('.');
  if (token.size() > longest_token || dot == std::string_view::npos) return std::nullopt;
  const auto text = crypto::from_base64url(token.substr(0, dot));
  const auto signature = crypto::from_base64url(token.substr(dot + 1));
  if (!text || !signature || !crypto::equal(*signature, sign(secret, purpose, *text))) return std::nullopt;
  std::vector<std::int64_t> numbers;
  const char* at = text->data();
  const char* const end = at + text->size();
  while (at < end) {
    std::int64_t number = 0;
    const auto [next, error] = std::from_chars(at, end, number);
    if (error != std::errc{}) return std::nullopt;
    numbers.push_back(number);
    at = next + 1;
  }
  if (numbers.empty()) return std::nullopt;
  Content content{{numbers.begin() + 1, numbers.end()}, Time(std::chrono::seconds(numbers.front()))};
  return content;
}

}  // namespace signed_token
