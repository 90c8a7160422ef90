#pragma once
// What this room does outside of requests: the import of files, and the mails it sends.

#include <vector>

#include "core/jobs/job.hpp"
#include "core/mail/composer.hpp"

namespace sections {

std::vector<jobs::Kind> jobs();
std::vector<mail::Kind> mails();

}  // namespace sections
