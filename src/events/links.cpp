#include "events/links.hpp"

#include "core/signed_token.hpp"

namespace events {
namespace {

constexpr std::string_view reply_purpose = "rsvp", refusal_purpose = "mail refusal";
constexpr auto refusal_time = std::chrono::days(3650);  // an old mail must not be a trap

}  // namespace

std::string reply_path(const Settings& settings, const ReplyLink& link) {
  return "/reponse/" +
         signed_token::make(settings.secret, reply_purpose,
                            {link.event.number(), link.member.number(), static_cast<std::int64_t>(link.answer)},
                            link.expires);
}

std::optional<ReplyLink> read_reply(const Settings& settings, std::string_view token) {
  const auto content = signed_token::read(settings.secret, reply_purpose, token);
  if (!content || content->fields.size() != 3) return std::nullopt;
  const auto answer = static_cast<ui::Answer>(content->fields[2]);
  if (answer != ui::Answer::yes && answer != ui::Answer::maybe && answer != ui::Answer::no) return std::nullopt;
  return ReplyLink{EventId(content->fields[0]), MemberId(content->fields[1]), answer, content->expires};
}

std::string_view mail_kind(Refusable kind) {
  return kind == Refusable::invitations ? "events.invitation" : "events.reminder";
}

std::string refusal_path(const Settings& settings, const RefusalLink& link) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return "/courriels/refus/" + signed_token::make(settings.secret, refusal_purpose,
                                                  {link.member.number(), static_cast<std::int64_t>(link.kind)},
                                                  now + refusal_time);
}

std::optional<RefusalLink> read_refusal(const Settings& settings, std::string_view token) {
  const auto content = signed_token::read(settings.secret, refusal_purpose, token);
  if (!content || content->fields.size() != 2 || content->fields[1] < 0 || content->fields[1] > 1) return std::nullopt;
  return RefusalLink{MemberId(content->fields[0]), static_cast<Refusable>(content->fields[1])};
}

}  // namespace events
