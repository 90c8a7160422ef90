#pragma once
// What this room writes: a link for a new password, a word when the password has changed, the answer to a registration.

#include <vector>

#include "core/jobs/job.hpp"
#include "core/mail/composer.hpp"

namespace accounts {

std::vector<mail::Kind> mails();
/// Once a day: what nobody confirmed and sessions that ended go.
std::vector<jobs::Kind> jobs();

}  // namespace accounts
