#include "app/work.hpp"

#include "app/kinds.hpp"
#include "app/stop_signals.hpp"
#include "core/log.hpp"
#include "core/pg/listener.hpp"

namespace app {

Work::Work(const Settings& settings)
    : jobs_(settings, job_kinds(), settings.job_workers),
      push_(settings, push_kinds(), 1),  // apart: a push service that is slow to answer keeps no import waiting
      mail_(settings, mail_kinds(), settings.job_workers) {}

void Work::heard(std::string_view payload) {
  if (payload == "mail") return mail_.wake();
  jobs_.wake();
  push_.wake();
}

void Work::wake() {
  jobs_.wake();
  push_.wake();
  mail_.wake();
}

void Work::stop() {
  jobs_.stop();
  push_.stop();
  mail_.stop();
}

jobs::Counts Work::jobs() const {
  const auto usual = jobs_.counts(), push = push_.counts();
  return {usual.done + push.done, usual.retried + push.retried, usual.given_up + push.given_up};
}

void work(const Settings& settings) {
  const StopSignals signals;
  Work work(settings);
  pg::Listener listener(
      settings.database_url, {work_channel}, [&](std::string_view, std::string_view payload) { work.heard(payload); },
      [&] { work.wake(); });
  logging::info("working", {{"workers", settings.job_workers}});
  signals.wait();
  listener.stop();
  work.stop();
}

}  // namespace app
