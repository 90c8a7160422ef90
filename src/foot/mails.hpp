#pragma once
#include <vector>

#include "core/mail/composer.hpp"

namespace foot {

/// Words for the team, to the address in the settings.
std::vector<mail::Kind> mails();

}  // namespace foot
