#pragma once
// A letter as the database keeps it.

#include "letters/audience.hpp"

namespace letters {

struct Letter {
  LetterId id;
  std::string subject, body;
  Audience audience;
  bool answers;
  std::string sender;  ///< "" once they are gone
  pg::Time saved_at;
  std::optional<pg::Time> sent_at;
  std::int32_t recipients, refused, dropped, delivered, bounced;
  std::optional<pg::Time> leaves_until;  ///< at the pace of mails for many; none once all has left, and for a zone

  [[nodiscard]] std::int32_t waiting() const { return recipients - delivered - bounced - dropped; }
};
extern const pg::Statement<Letter(SpaceId, std::optional<sections::ListId>, LetterId)> letter_of;

}  // namespace letters
