#pragma once
// GET /metrics: what Prometheus reads (text exposition format 0.0.4). For this machine, or whoever bears
// settings.metrics_token; to anybody else there is no such page.

#include <mutex>

#include "app/work.hpp"
#include "core/http/server.hpp"

namespace app {

class Metrics {
 public:
  /// `work` is null when jobs run elsewhere.
  Metrics(const Settings& settings, const http::Server& server, const Work* work);

  [[nodiscard]] bool wants(const http::Request& request) const;
  http::Response answer(http::Request& request) noexcept;

 private:
  const Settings& settings_;
  const http::Server& server_;
  const Work* work_;
  std::mutex mutex_;  // over the connection
  pg::Connection database_;
};

}  // namespace app
