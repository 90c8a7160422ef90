#include "events/links.hpp"

#include "core/signed_token.hpp"

namespace events {
namespace {

constexpr std::string_view reply_purpose = "rsvp";

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

}  // namespace events
