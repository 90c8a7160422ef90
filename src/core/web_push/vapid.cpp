#include "core/web_push/vapid.hpp"

#include "core/crypto.hpp"
#include "core/json.hpp"
#include "core/web_push/p256.hpp"

namespace web_push {
namespace {

constexpr std::chrono::hours lifetime{12};  // services refuse more than 24

}  // namespace

Vapid::Vapid(const Settings& settings)
    : private_key_(p256::derived_private_key(settings.secret, "web push")),
      public_key_(p256::public_key(private_key_)),
      subject_(settings.team_address.empty() ? settings.base_url : "mailto:" + settings.team_address) {}

std::string Vapid::authorization(const std::string& origin, std::chrono::sys_seconds now) const {
  const auto expires = std::chrono::sys_seconds(now + lifetime).time_since_epoch().count();
  const std::string claims =
      crypto::base64url(json::object({{"typ", "JWT"}, {"alg", "ES256"}})) + '.' +
      crypto::base64url(json::object({{"aud", origin}, {"exp", std::int64_t{expires}}, {"sub", subject_}}));
  return "vapid t=" + claims + '.' + crypto::base64url(p256::sign(private_key_, claims)) +
         ", k=" + crypto::base64url(public_key_);
}

}  // namespace web_push
