#pragma once

#include <vector>

#include "core/mail/composer.hpp"

namespace messages {

std::vector<mail::Kind> mails();

}  // namespace messages
