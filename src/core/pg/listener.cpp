#include "core/pg/listener.hpp"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <system_error>

#include "core/log.hpp"

namespace pg {
namespace {

constexpr int first_pause = 200, longest_pause = 2000;  // milliseconds between two tries to connect
constexpr int probe_after = 30'000;                     // of silence: is the other side still there?

struct Finish {
  void operator()(PGconn* c) const { PQfinish(c); }
};
struct Clear {
  void operator()(PGresult* r) const { PQclear(r); }
};
struct Free {
  void operator()(PGnotify* n) const { PQfreemem(n); }
};

}  // namespace

class Listener::Link {
 public:
  explicit Link(const std::string& conninfo) {
    // Keepalives end a connection whose other side vanished without a word.
    const std::array<const char*, 7> keys{
        "dbname", "application_name", "connect_timeout", "keepalives_idle", "keepalives_interval", "tcp_user_timeout",
        nullptr};
    const std::array<const char*, 7> values{conninfo.c_str(), "coopol listener", "3", "20", "5", "10000", nullptr};
    connection_.reset(PQconnectdbParams(keys.data(), values.data(), 1));
    PQsetNoticeProcessor(
        connection_.get(), [](void*, const char*) {}, nullptr);
  }
  [[nodiscard]] bool alive() const { return PQstatus(connection_.get()) == CONNECTION_OK; }
  [[nodiscard]] int socket() const { return PQsocket(connection_.get()); }
  bool run(const std::string& sql) {
    const std::unique_ptr<PGresult, Clear> result(PQexec(connection_.get(), sql.c_str()));
    return PQresultStatus(result.get()) == PGRES_COMMAND_OK;
  }
  bool read() { return PQconsumeInput(connection_.get()) && alive(); }
  std::unique_ptr<PGnotify, Free> next() { return std::unique_ptr<PGnotify, Free>(PQnotifies(connection_.get())); }

 private:
  std::unique_ptr<PGconn, Finish> connection_;
};

Listener::Listener(std::string conninfo, std::vector<std::string> channels, Heard heard, Connected connected)
    : conninfo_(std::move(conninfo)),
      channels_(std::move(channels)),
      heard_(std::move(heard)),
      connected_(std::move(connected)),
      stop_(eventfd(0, EFD_CLOEXEC)) {
  if (stop_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
  thread_ = std::thread([this] { run(); });
}

Listener::~Listener() {
  stop();
  close(stop_);
}

void Listener::stop() {
  const std::uint64_t one = 1;
  if (!thread_.joinable() || write(stop_, &one, sizeof one) != sizeof one) return;
  thread_.join();
}

void Listener::run() {
  int wait = first_pause;
  do {
    Link link(conninfo_);
    bool ready = link.alive();
    for (const auto& channel : channels_) ready = ready && link.run("listen " + channel);
    if (ready) {
      wait = first_pause;
      ++connections_;
      connected_();
      listen(link);
    }
    if (!pause(0)) return;
    logging::warning("database unavailable", {{"crew", "listener"}});
    wait = std::min(wait * 2, longest_pause);
  } while (pause(wait));
}

void Listener::listen(Link& link) {
  for (;;) {
    while (const auto notification = link.next()) heard_(notification->relname, notification->extra);
    std::array<pollfd, 2> descriptors{{{link.socket(), POLLIN, 0}, {stop_, POLLIN, 0}}};
    const int ready = poll(descriptors.data(), descriptors.size(), probe_after);
    if (descriptors[1].revents) return;
    if (ready > 0 && !link.read()) return;
    if (ready == 0 && !link.run("set application_name = 'coopol listener'")) return;
  }
}

bool Listener::pause(int milliseconds) {
  pollfd descriptor{stop_, POLLIN, 0};
  return poll(&descriptor, 1, milliseconds) == 0;
}

}  // namespace pg
