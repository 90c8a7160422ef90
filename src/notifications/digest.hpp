#pragma once
// The evening's digest: what came since the evening before, is still news, and was wanted together.

#include "core/jobs/job.hpp"
#include "core/mail/composer.hpp"

namespace notifications {

jobs::Kind digest_job();
mail::Kind digest_mail();

}  // namespace notifications
