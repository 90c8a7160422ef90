#include "app/metrics.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <fstream>

#include "app/exposition.hpp"
#include "core/crypto.hpp"
#include "core/http/client_address.hpp"
#include "core/log.hpp"

namespace app {
namespace {

struct Waiting {
  std::int64_t jobs_due, jobs_given_up, mails_queued, mails_failed;
  double oldest_mail;
};
const pg::Statement<Waiting()> waiting{"jobs.waiting", R"(
  select (select count(*) from job where done_at is null and failed_at is null and run_at <= now()),
         (select count(*) from job where failed_at is not null),
         (select count(*) from mail where state = 'queued'),
         (select count(*) from mail where state = 'failed'),
         (select coalesce(extract(epoch from now() - min(run_at)), 0)::float8 from mail where state = 'queued' and run_at <= now()))"};

bool from_this_machine(const http::Request& request) {
  // Whoever comes through a proxy that nobody trusts has its address, and is not of this machine.
  if (request.headers.has("x-forwarded-for") || request.headers.has("forwarded")) return false;
  const auto address = http::Address::parse(request.peer);
  static const auto loopback = *http::Address::parse("127.0.0.0"), loopback6 = *http::Address::parse("::1");
  return address && (address->v4() ? address->within(loopback, 8) : address->within(loopback6, 128));
}

void write_routes(Exposition& to, const http::Server& server) {
  const auto routes = server.routes();
  to.declare("coopol_answers_total", "counter", "Answers by route and class of status.");
  for (const auto& route : routes)
    for (size_t klass = 1; klass < route.by_class.size(); ++klass)
      if (route.by_class[klass] > 0)
        to.sample("coopol_answers_total", {{"route", route.route}, {"class", std::to_string(klass) + "xx"}},
                  static_cast<double>(route.by_class[klass]));
  to.declare("coopol_answer_seconds", "histogram", "From the complete request to the complete answer, by route.");
  for (const auto& route : routes) {
    std::uint64_t count = 0;
    for (size_t i = 0; i < route.by_time.size(); ++i) {
      count += route.by_time[i];
      const auto limit =
          i < http::RouteFigures::bounds.size() ? std::to_string(http::RouteFigures::bounds[i]) : std::string("+Inf");
      to.sample("coopol_answer_seconds_bucket", {{"route", route.route}, {"le", limit}}, static_cast<double>(count));
    }
    to.sample("coopol_answer_seconds_sum", {{"route", route.route}}, route.seconds);
    to.sample("coopol_answer_seconds_count", {{"route", route.route}}, static_cast<double>(count));
  }
}

void write_server(Exposition& to, const http::ServerCounters& now) {
  to.one("coopol_requests_total", "counter", "Requests received.", static_cast<double>(now.requests));
  to.one("coopol_requests_refused_total", "counter", "Requests that the shell refused by its limits.",
         static_cast<double>(now.refused));
  to.one("coopol_sent_bytes_total", "counter", "Octets sent.", static_cast<double>(now.bytes_out));
  to.one("coopol_connections", "gauge", "Connections open.", static_cast<double>(now.connections_open));
  to.one("coopol_sockets", "gauge", "WebSockets open.", static_cast<double>(now.sockets_open));
  to.one("coopol_queue_length", "gauge", "Requests that wait for a worker.", static_cast<double>(now.queue_length));
}

void write_work(Exposition& to, const Work& work) {
  const auto jobs = work.jobs();
  to.declare("coopol_jobs_total", "counter", "Jobs that this process ran, by their end.");
  for (const auto& [end, count] :
       {std::pair{"done", jobs.done}, {"retried", jobs.retried}, {"given_up", jobs.given_up}})
    to.sample("coopol_jobs_total", {{"end", end}}, static_cast<double>(count));
  const auto mail = work.mail();
  to.declare("coopol_mails_total", "counter", "Mails that this process dealt with, by their end.");
  for (const auto& [end, count] :
       {std::pair{"sent", mail.sent}, {"dropped", mail.dropped}, {"failed", mail.failed}, {"retried", mail.retried}})
    to.sample("coopol_mails_total", {{"end", end}}, static_cast<double>(count));
}

void write_waiting(Exposition& to, const Waiting& now) {
  to.one("coopol_jobs_due", "gauge", "Jobs that wait or run.", static_cast<double>(now.jobs_due));
  to.one("coopol_jobs_given_up", "gauge", "Jobs given up and kept for the operator.",
         static_cast<double>(now.jobs_given_up));
  to.declare("coopol_mails", "gauge", "Mails by state.");
  to.sample("coopol_mails", {{"state", "queued"}}, static_cast<double>(now.mails_queued));
  to.sample("coopol_mails", {{"state", "failed"}}, static_cast<double>(now.mails_failed));
  to.one("coopol_oldest_mail_seconds", "gauge", "How long the oldest mail that may leave has waited.", now.oldest_mail);
}

void write_process(Exposition& to) {
  long pages = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  to.one("process_resident_memory_bytes", "gauge", "Resident memory.",
         static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)));
  to.one("process_cpu_seconds_total", "counter", "Processor time, user and system.",
         seconds(used.ru_utime) + seconds(used.ru_stime));
  to.one("coopol_database_reconnections_total", "counter", "Connections made to replace one that was lost.",
         static_cast<double>(pg::reconnections()));
}

}  // namespace

Metrics::Metrics(const Settings& settings, const http::Server& server, const Work* work)
    : settings_(settings),
      server_(server),
      work_(work),
      database_(settings.database_url, "coopol metrics", "coopol_jobs") {}

bool Metrics::wants(const http::Request& request) const {
  if (request.path != "/metrics" || (request.method != http::Method::get && request.method != http::Method::head))
    return false;
  if (from_this_machine(request)) return true;
  return !settings_.metrics_token.empty() &&
         crypto::equal(request.headers.get("authorization"), "Bearer " + settings_.metrics_token);
}

http::Response Metrics::answer(http::Request& request) noexcept try {
  request.route = "/metrics";
  Exposition to;
  write_routes(to, server_);
  write_server(to, server_.counters());
  if (work_) write_work(to, *work_);
  write_process(to);
  bool up = true;
  try {
    const std::lock_guard lock(mutex_);
    write_waiting(to, database_.one(waiting));
  } catch (const std::exception&) {
    up = false;
  }
  to.one("coopol_database_up", "gauge", "Does the database answer?", up ? 1 : 0);
  auto response = http::Response::text(to.finish());
  response.headers.set("content-type", "text/plain; version=0.0.4; charset=utf-8");
  return response;
} catch (const std::exception& error) {
  logging::error("metrics failed", {{"what", error.what()}});
  return http::Response::text("", 500);
}

}  // namespace app
