#pragma once

#include <vector>

#include "core/mail/composer.hpp"

namespace coopains {

std::vector<mail::Kind> mails();

}  // namespace coopains
