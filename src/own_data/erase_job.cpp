#include "core/log.hpp"
#include "own_data/departure.hpp"

namespace own_data {
namespace {

const pg::Statement<MemberId()> due{"jobs.own_data.due", "select departures_due()"};
const pg::Statement<bool(MemberId)> erase{"jobs.own_data.erase", "select erase_member($1)"};

}  // namespace

// One who cannot be erased keeps nobody else.
void erase_departed(jobs::Job& job) {
  std::exception_ptr failure;
  for (const auto member : job.database.all(due)) {
    if (job.stopping()) throw jobs::Stopped{};
    job.renew();
    try {
      job.database.one(erase, member);
    } catch (const pg::Error&) {
      failure = std::current_exception();
    }
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace own_data
