#pragma once
// What the rooms registered, in one list each.

#include <vector>

#include "core/jobs/job.hpp"
#include "core/mail/composer.hpp"
#include "live/topic.hpp"

namespace app {

std::vector<jobs::Kind> job_kinds();
std::vector<jobs::Kind> push_kinds();  ///< have a crew of their own: they wait for others
std::vector<mail::Kind> mail_kinds();
std::vector<live::Topic> live_topics();

}  // namespace app
