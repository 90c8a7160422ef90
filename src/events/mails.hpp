#pragma once
// The mails of this room: events.invitation, events.reminder, events.change, events.cancellation, events.place,
// events.soon (to guests) and
// events.answer (to whoever made the event). Each looks again at the moment when it leaves: what was answered,
// cancelled or refused meanwhile is not sent (E04, E05, E07).

#include <vector>

#include "core/mail/composer.hpp"

namespace events {

std::vector<mail::Kind> mails();

}  // namespace events
