#include "access/links.hpp"

#include <cstring>

#include "access/invitation.hpp"
#include "core/crypto.hpp"
#include "core/signed_token.hpp"

namespace accounts {
namespace {

constexpr std::string_view invitation_purpose = "invitation", password_purpose = "password",
                           preregistration_purpose = "preregistration", address_purpose = "address",
                           undo_purpose = "address undo", second_step_purpose = "second step",
                           friend_purpose = "friend", refusal_purpose = "friend refusal";
constexpr size_t refusal_octets = 16;

bool past(std::chrono::sys_seconds end) {
  return end <= std::chrono::system_clock::now();
}

std::optional<std::vector<std::int64_t>> read_fresh(const Settings& settings, std::string_view purpose,
                                                    std::string_view token, size_t fields) {
  auto content = signed_token::read(settings.secret, purpose, token);
  if (!content || content->fields.size() != fields || past(content->expires)) return std::nullopt;
  return std::move(content->fields);
}

std::optional<std::int64_t> read_number(const Settings& settings, std::string_view purpose, std::string_view token) {
  const auto fields = read_fresh(settings, purpose, token, 1);
  if (!fields) return std::nullopt;
  return (*fields)[0];
}

}  // namespace

std::string invitation_link(const Settings& settings, std::int64_t invitation, std::int32_t send,
                            std::chrono::sys_seconds issued) {
  return settings.base_url + "/invitation/" +
         signed_token::make(settings.secret, invitation_purpose, {invitation, send}, issued + invitation_time);
}

std::string password_link(const Settings& settings, MemberId member, std::int32_t password_version,
                          std::chrono::sys_seconds issued) {
  return settings.base_url + "/mot-de-passe/nouveau/" +
         signed_token::make(settings.secret, password_purpose, {member.number(), password_version},
                            issued + password_time);
}

std::string preregistration_link(const Settings& settings, std::int64_t preregistration,
                                 std::chrono::sys_seconds issued) {
  return settings.base_url + "/preinscription/" +
         signed_token::make(settings.secret, preregistration_purpose, {preregistration}, issued + preregistration_time);
}

std::string address_link(const Settings& settings, std::int64_t change, std::chrono::sys_seconds issued) {
  return settings.base_url + "/nouvelle-adresse/" +
         signed_token::make(settings.secret, address_purpose, {change}, issued + address_time);
}

std::string undo_link(const Settings& settings, std::int64_t change, std::chrono::sys_seconds issued) {
  return settings.base_url + "/ancienne-adresse/" +
         signed_token::make(settings.secret, undo_purpose, {change}, issued + undo_time);
}

std::string friend_link(const Settings& settings, std::int64_t invitation, std::int32_t send,
                        std::chrono::sys_seconds issued) {
  return settings.base_url + "/rejoindre/" +
         signed_token::make(settings.secret, friend_purpose, {invitation, send}, issued + friend_time);
}

std::string refusal_hash(const Settings& settings, std::string_view email) {
  return crypto::keyed_hash(settings.secret, refusal_purpose, email).substr(0, refusal_octets);
}

std::string friend_refusal_link(const Settings& settings, std::string_view email, std::chrono::sys_seconds issued) {
  const auto hash = refusal_hash(settings, email);
  std::vector<std::int64_t> halves(2);
  std::memcpy(halves.data(), hash.data(), refusal_octets);
  return settings.base_url + "/courriels/invitations/" +
         signed_token::make(settings.secret, refusal_purpose, halves, issued + refusal_time);
}

std::optional<std::string> read_friend_refusal(const Settings& settings, std::string_view token) {
  const auto halves = read_fresh(settings, refusal_purpose, token, 2);
  if (!halves) return std::nullopt;
  std::string hash(refusal_octets, '\0');
  std::memcpy(hash.data(), halves->data(), refusal_octets);
  return hash;
}

std::string second_step_path(const Settings& settings, std::int64_t step, std::chrono::sys_seconds issued) {
  return "/connexion/" + signed_token::make(settings.secret, second_step_purpose, {step}, issued + second_step_time);
}

std::optional<InvitationLink> read_invitation_link(const Settings& settings, std::string_view token) {
  const auto content = signed_token::read(settings.secret, invitation_purpose, token);
  if (!content || content->fields.size() != 2) return std::nullopt;
  return InvitationLink{content->fields[0], static_cast<std::int32_t>(content->fields[1]), past(content->expires)};
}

std::optional<PasswordLink> read_password_link(const Settings& settings, std::string_view token) {
  const auto fields = read_fresh(settings, password_purpose, token, 2);
  if (!fields) return std::nullopt;
  return PasswordLink{MemberId((*fields)[0]), static_cast<std::int32_t>((*fields)[1])};
}

std::optional<FriendLink> read_friend_link(const Settings& settings, std::string_view token) {
  const auto fields = read_fresh(settings, friend_purpose, token, 2);
  if (!fields) return std::nullopt;
  return FriendLink{(*fields)[0], static_cast<std::int32_t>((*fields)[1])};
}

std::optional<std::int64_t> read_preregistration_link(const Settings& settings, std::string_view token) {
  return read_number(settings, preregistration_purpose, token);
}

std::optional<std::int64_t> read_address_link(const Settings& settings, std::string_view token) {
  return read_number(settings, address_purpose, token);
}

std::optional<std::int64_t> read_undo_link(const Settings& settings, std::string_view token) {
  return read_number(settings, undo_purpose, token);
}

std::optional<std::int64_t> read_second_step(const Settings& settings, std::string_view token) {
  return read_number(settings, second_step_purpose, token);
}

}  // namespace accounts
