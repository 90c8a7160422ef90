#pragma once
// events.thanks: to whoever came, once, with what was done (E07). It is refused with the reminders of events (A08).

#include <vector>

#include "core/mail/composer.hpp"

namespace reports {

std::vector<mail::Kind> mails();

}  // namespace reports
