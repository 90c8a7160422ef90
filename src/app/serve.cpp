#include "app/serve.hpp"

#include <optional>
#include <thread>

#include "app/kinds.hpp"
#include "app/routes.hpp"
#include "app/site.hpp"
#include "app/stop_signals.hpp"
#include "app/work.hpp"
#include "core/log.hpp"
#include "core/pg/listener.hpp"
#include "gate/dispatch.hpp"
#include "ui/assets.hpp"

namespace app {
namespace {

http::ServerSettings server_settings(const Settings& settings) {
  http::ServerSettings server;
  server.address = settings.listen_address;
  server.port = settings.listen_port;
  server.workers = settings.workers;
  server.trusted_proxies = settings.trusted_proxies;
  server.static_folder = settings.static_folder;
  server.https = settings.https();
  return server;
}

}  // namespace

void serve(const Settings& settings, bool jobs) {
  const StopSignals signals;
  ui::load_assets(settings.static_folder / "manifest.json");
  const ui::Theme theme{.name = settings.site_name, .organisation = "le " + settings.party_name};
  password::Hasher passwords(settings.quick_passwords ? password::cheapest_for_tests : password::interactive);
  RateLimit rates;
  gate::Services services{settings, theme, passwords, rates};
  const http::ServerSettings at = server_settings(settings);

  const gate::Router router(routes());
  std::vector<std::unique_ptr<pg::Connection>> databases;
  for (size_t i = 0; i < at.workers + at.slow_workers; ++i)
    databases.push_back(std::make_unique<pg::Connection>(settings.database_url, "coopol web"));
  gate::Dispatch dispatch(router, services, databases);
  live::Hub hub(settings, live_topics());
  live::Door door(hub, settings, rates, databases);
  Site site(dispatch, door, hub);
  http::Server server(at, site);
  hub.start({.send = [&](auto ids, auto text) { server.send(std::move(ids), std::move(text)); },
             .close = [&](auto id, auto code, auto reason) { server.close(id, code, std::move(reason)); }});

  std::optional<Work> work;
  if (jobs) work.emplace(settings);
  Metrics metrics(settings, server, work ? &*work : nullptr);
  site.offer(metrics);
  const auto heard = [&](std::string_view channel, std::string_view payload) {
    if (channel != work_channel) return hub.heard(channel, payload);
    if (work) work->heard(payload);
  };
  const auto connected = [&] {
    hub.connected();
    if (work) work->wake();
  };
  pg::Listener listener(settings.database_url, {work_channel, live::changes_channel, live::sessions_channel}, heard,
                        connected);

  std::thread stopper([&] {
    signals.wait();
    server.stop();
  });
  logging::info("serving", {{"address", settings.listen_address}, {"port", server.port()}});
  server.run();
  pthread_kill(stopper.native_handle(), SIGTERM);  // should run() have ended by itself
  stopper.join();
  listener.stop();
  hub.stop();
  if (work) work->stop();
}

}  // namespace app
