#include "core/jobs/job.hpp"

namespace jobs {

const pg::Statement<bool(MemberId)> act_as{"jobs.act_as", "select act_as($1) is not null"};

}  // namespace jobs
