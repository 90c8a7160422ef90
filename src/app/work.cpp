#include "app/work.hpp"

#include "app/kinds.hpp"
#include "app/stop_signals.hpp"
#include "core/log.hpp"
#include "core/pg/listener.hpp"

namespace app {

Work::Work(const Settings& settings)
    : jobs_(settings, job_kinds(), settings.job_workers), mail_(settings, mail_kinds(), settings.job_workers) {}

void Work::heard(std::string_view payload) {
  if (payload == "mail")
    mail_.wake();
  else
    jobs_.wake();
}

void Work::wake() {
  jobs_.wake();
  mail_.wake();
}

void Work::stop() {
  jobs_.stop();
  mail_.stop();
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
