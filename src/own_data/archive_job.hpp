#pragma once
// Makes an archive that was asked for, as the member themself: whatever it reads, their policies have let through.

#include "core/jobs/job.hpp"

namespace own_data {

void make_archive(jobs::Job& job);

/// What a portion of an archive is sealed for: none can be put in another's place.
std::string portion_purpose(std::int64_t archive, std::int32_t position);

}  // namespace own_data
