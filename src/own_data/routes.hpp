#pragma once
// What a member takes along, and how they leave (A12).

#include <vector>

#include "core/jobs/job.hpp"
#include "core/mail/composer.hpp"
#include "gate/route.hpp"

namespace own_data {

std::vector<gate::Route> routes();
std::vector<jobs::Kind> jobs();
std::vector<mail::Kind> mails();

}  // namespace own_data
