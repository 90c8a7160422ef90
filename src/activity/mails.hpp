#pragma once

#include <vector>

#include "core/mail/composer.hpp"

namespace activity {

std::vector<mail::Kind> mails();

}  // namespace activity
