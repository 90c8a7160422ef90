#include "sections/work.hpp"

#include "sections/delegations.hpp"
#include "sections/figures.hpp"
#include "sections/import.hpp"
#include "sections/import_job.hpp"
#include "sections/invitation_mail.hpp"
#include "sections/locate_homes.hpp"
#include "sections/request_mails.hpp"
#include "sections/welcome_job.hpp"
#include "sections/zone_mail.hpp"

namespace sections {

std::vector<jobs::Kind> jobs() {
  return {{.name = workbook_job, .run = read_workbook, .attempts = import_attempts, .lease = std::chrono::minutes(2)},
          {.name = import_job, .run = run_import, .attempts = import_attempts, .lease = std::chrono::minutes(2)},
          {.name = welcome_job, .run = send_welcome},
          {.name = homes_job, .run = locate_homes, .attempts = 3, .every = std::chrono::minutes(1)},
          {.name = "sections.figures", .run = record_figures, .attempts = 3, .every = std::chrono::hours(6)},
          {.name = purge_job, .run = purge_imports, .every = std::chrono::hours(1)}};
}

std::vector<mail::Kind> mails() {
  return {{.name = invitation_mail, .compose = compose_invitation},
          {.name = "sections.delegation", .compose = compose_delegation},
          {.name = "sections.requests", .compose = compose_requests},
          {.name = "sections.answered", .compose = compose_answer},
          {.name = "sections.zone", .compose = compose_zone}};
}

}  // namespace sections
