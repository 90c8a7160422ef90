#include "gate/cookies.hpp"

#include "core/crypto.hpp"

namespace gate {
namespace {

constexpr size_t token_size = 32;  // octets, 256 bits

std::string combine(std::string_view a, std::string_view b) {
  std::string result(a);
  for (size_t i = 0; i < result.size(); ++i) result[i] = static_cast<char>(result[i] ^ b[i]);
  return result;
}

}  // namespace

std::string cookie_token(const http::Request& request, std::string_view cookie) {
  const auto value = request.cookie(cookie);
  if (!value) return {};
  auto token = crypto::from_base64url(*value);
  return token && token->size() == token_size ? std::move(*token) : std::string{};
}

std::string make_csrf(std::string_view secret, std::string_view token) {
  const std::string pad = crypto::random_bytes(token_size);
  return crypto::base64url(pad + combine(crypto::keyed_hash(secret, "csrf", token), pad));
}

bool csrf_matches(std::string_view secret, std::string_view token, std::string_view sent) {
  const auto octets = crypto::from_base64url(sent);
  if (token.empty() || !octets || octets->size() != 2 * token_size) return false;
  const std::string_view both(*octets);
  return crypto::equal(combine(both.substr(0, token_size), both.substr(token_size)),
                       crypto::keyed_hash(secret, "csrf", token));
}

bool same_origin(const http::Request& request, std::string_view base_url) {
  const auto site = request.headers.find("sec-fetch-site");
  if (site && *site != "same-origin") return false;
  const auto origin = request.headers.find("origin");
  return !origin || *origin == base_url;
}

}  // namespace gate
