#pragma once
// The mails of the referent's office. Invitations of secretaries are the sections' (sections/invitation_mail.hpp).

#include <vector>

#include "core/mail/composer.hpp"

namespace federations {

std::vector<mail::Kind> mails();

}  // namespace federations
