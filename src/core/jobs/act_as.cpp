#include "core/jobs/job.hpp"

namespace jobs {

const pg::Statement<void(MemberId)> act_as{"jobs.act_as", "select act_as($1)"};

}  // namespace jobs
