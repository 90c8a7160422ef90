#include "notifications/link.hpp"

#include "core/mail/letter.hpp"
#include "core/signed_token.hpp"

namespace notifications {
namespace {

constexpr std::string_view purpose = "mail refusal";
constexpr auto lifetime = std::chrono::days(3650);  // an old mail must not be a trap

}  // namespace

const pg::Statement<bool(std::string)> wanted_now{"notifications.wanted_now",
                                                  "select not exists (select from notification_choice where member_id "
                                                  "= viewer_id() and kind = $1 and mail <> 'now')"};

std::string refusal_link(const Settings& settings, MemberId member, Kind kind) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return mail::link(
      settings,
      "/courriels/refus/" + signed_token::make(settings.secret, purpose,
                                               {member.number(), static_cast<std::int64_t>(kind)}, now + lifetime));
}

std::optional<Refusal> read_refusal(const Settings& settings, std::string_view token) {
  const auto content = signed_token::read(settings.secret, purpose, token);
  if (!content || content->fields.size() != 2) return std::nullopt;
  const auto kind = kind_of(content->fields[1]);
  if (!kind) return std::nullopt;
  return Refusal{MemberId(content->fields[0]), *kind};
}

}  // namespace notifications
