#include "live/token.hpp"

#include <charconv>

#include "core/crypto.hpp"
#include "live/topic.hpp"

namespace live {
namespace {

constexpr size_t mark_octets = 16;

}  // namespace

// "event-12-" and a mark that only we can make. It is no secret and no right: what a member may see is asked anew each
// time.
std::string token(std::string_view secret, MemberId member, std::string_view topic, std::int64_t subject) {
  const std::string words = std::string(topic) + '-' + std::to_string(subject);
  const auto mark =
      crypto::keyed_hash(secret, "live topic", std::to_string(member.number()) + ' ' + words).substr(0, mark_octets);
  return words + '-' + crypto::base64url(mark);
}

std::optional<Subject> read_token(std::string_view secret, MemberId member, std::string_view text) {
  const auto after_topic = text.find('-');
  if (after_topic == std::string_view::npos) return std::nullopt;
  Subject subject{std::string(text.substr(0, after_topic)), 0};
  const auto rest = text.substr(after_topic + 1);
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), subject.id);
  if (error != std::errc{}) return std::nullopt;
  if (!crypto::equal(text, token(secret, member, subject.topic, subject.id))) return std::nullopt;
  return subject;
}

}  // namespace live
