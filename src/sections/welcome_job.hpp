#pragma once
// Sends the section's letter to one newcomer, as a private message of whoever is secretary at that moment (X04).
// Asked for by a trigger on membership (db/policies/57_welcome.sql).

#include "core/jobs/job.hpp"

namespace sections {

inline constexpr std::string_view welcome_job = "sections.welcome";

void send_welcome(jobs::Job& job);

}  // namespace sections
