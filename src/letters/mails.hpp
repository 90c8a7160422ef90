#pragma once

#include <vector>

#include "core/mail/composer.hpp"

namespace letters {

std::vector<mail::Kind> mails();

}  // namespace letters
