#pragma once
// Where the people of sections live, to a house (S09): asked of the operator's own address service, a street and a town
// at a time and never a name. Without that setting nothing leaves, and homes stand at their commune.

#include "core/jobs/job.hpp"

namespace sections {

inline constexpr std::string_view homes_job = "sections.locate_homes";

void locate_homes(jobs::Job& job);

}  // namespace sections
