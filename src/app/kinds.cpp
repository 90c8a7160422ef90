#include "app/kinds.hpp"

#include "access/mails.hpp"
#include "activity/live.hpp"
#include "activity/mails.hpp"
#include "coopains/mails.hpp"
#include "core/jobs/clean.hpp"
#include "events/live.hpp"
#include "events/locate.hpp"
#include "events/mails.hpp"
#include "events/reminder_job.hpp"
#include "events/series/job.hpp"
#include "federations/mails.hpp"
#include "foot/mails.hpp"
#include "letters/mails.hpp"
#include "messages/mails.hpp"
#include "near/work.hpp"
#include "notifications/digest.hpp"
#include "notifications/push.hpp"
#include "own_data/routes.hpp"
#include "reports/live.hpp"
#include "reports/mails.hpp"
#include "sections/work.hpp"

namespace app {
namespace {

template <class Kind>
std::vector<Kind> together(std::initializer_list<std::vector<Kind>> rooms) {
  std::vector<Kind> all;
  for (const auto& room : rooms)
    for (const auto& kind : room) all.push_back(kind);
  return all;
}

}  // namespace

std::vector<jobs::Kind> job_kinds() {
  return together<jobs::Kind>({accounts::jobs(),
                               own_data::jobs(),
                               sections::jobs(),
                               {jobs::clean(), events::locate_job(), events::reminder_job(), events::series_job(),
                                near::forget_job(), notifications::digest_job()}});
}
std::vector<jobs::Kind> push_kinds() {
  return {notifications::push_job()};
}
std::vector<mail::Kind> mail_kinds() {
  return together<mail::Kind>({accounts::mails(),
                               activity::mails(),
                               coopains::mails(),
                               events::mails(),
                               foot::mails(),
                               letters::mails(),
                               messages::mails(),
                               own_data::mails(),
                               reports::mails(),
                               sections::mails(),
                               federations::mails(),
                               {notifications::digest_mail()}});
}
std::vector<live::Topic> live_topics() {
  return together<live::Topic>({activity::topics(), events::topics(), reports::topics()});
}

}  // namespace app
