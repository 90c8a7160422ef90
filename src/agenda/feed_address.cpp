#include "agenda/feed_address.hpp"

#include "core/crypto.hpp"

namespace agenda {
namespace {

constexpr std::string_view purpose = "calendar feed", ending = ".ics";
constexpr size_t token_bytes = 32;

}  // namespace

std::string feed_token(const Settings& settings, MemberId member, std::string_view salt) {
  return crypto::keyed_hash(settings.secret, purpose, std::string(salt) + std::to_string(member.number()));
}

std::string feed_hash(std::string_view token) {
  return crypto::sha256(token);
}

std::string feed_path(std::string_view token) {
  return "/calendrier/" + crypto::base64url(token) + std::string(ending);
}

std::optional<std::string> read_feed_name(std::string_view name) {
  if (!name.ends_with(ending)) return std::nullopt;
  const auto token = crypto::from_base64url(name.substr(0, name.size() - ending.size()));
  return token && token->size() == token_bytes ? token : std::nullopt;
}

}  // namespace agenda
