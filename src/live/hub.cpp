#include "live/hub.hpp"

#include <algorithm>
#include <charconv>

#include "core/log.hpp"
#include "live/member_topic.hpp"

namespace live {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::system_clock;

constexpr auto gathering = 60ms;       // what changes again meanwhile is rendered once
constexpr auto session_check = 500ms;  // between two looks at sessions that ran out
constexpr auto after_trouble = 500ms;

struct OpenSession {
  std::int64_t id;
  pg::Time ends;
};
const pg::Statement<OpenSession(std::vector<std::int64_t>)> sessions_open{
    "live.sessions_open", "select id, expires_at from sessions_open($1)"};

// The first line of a message is the moment whose state it shows; a browser that comes back says the last one it saw.
std::string stamp() {
  return std::to_string(
             std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch()).count()) +
         '\n';
}

std::vector<std::int64_t> numbers(std::string_view text) {
  std::vector<std::int64_t> found;
  while (!text.empty()) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) break;
    found.push_back(number);
    text.remove_prefix(std::min(text.size(), static_cast<size_t>(end - text.data()) + 1));
  }
  return found;
}

}  // namespace

struct Hub::Round {
  std::set<Subject> dirty;
  std::map<Subject, std::set<http::SocketId>> arrivals;
  std::set<std::int64_t> sessions;
};

Hub::Hub(const Settings& settings, std::vector<Topic> topics)
    : topics_(std::move(topics)), database_(settings.database_url, "coopol live") {
  topics_.push_back(member_topic());
}

Hub::~Hub() {
  stop();
}

void Hub::start(Outlet outlet) {
  outlet_ = std::move(outlet);
  thread_ = std::thread([this] { run(); });
}

void Hub::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
  }
  if (thread_.joinable()) thread_.join();
}

bool Hub::knows(std::string_view topic) const {
  return std::any_of(topics_.begin(), topics_.end(), [&](const Topic& t) { return t.name == topic; });
}

bool Hub::admit(http::SocketId socket, Watcher watcher) {
  const std::lock_guard lock(mutex_);
  return watchers_.add(socket, std::move(watcher));
}

void Hub::opened(http::SocketId socket) {
  const std::lock_guard lock(mutex_);
  Watcher* watcher = watchers_.find(socket);
  if (!watcher) return;  // its session was closed meanwhile
  watcher->open = true;
  outlet_.send({socket}, std::make_shared<const std::string>(stamp()));
  for (const auto& subject : changes_.since(watcher->since, watcher->subjects)) arrivals_[subject].insert(socket);
  changed_.notify_all();
}

void Hub::closed(http::SocketId socket) {
  const std::lock_guard lock(mutex_);
  watchers_.remove(socket);
}

void Hub::heard(std::string_view channel, std::string_view payload) {
  const std::lock_guard lock(mutex_);
  if (channel == sessions_channel) {
    for (const auto session : numbers(payload)) close_session(session);
    return;
  }
  const auto space = payload.find(' ');
  if (space == std::string_view::npos) return;
  for (const auto id : numbers(payload.substr(space + 1))) {
    const Subject subject{std::string(payload.substr(0, space)), id};
    changes_.add(subject, Clock::now());
    if (watchers_.watched(subject)) dirty_.insert(subject);
  }
  changed_.notify_all();
}

// What was said while nobody listened is lost: everything is looked at again.
void Hub::connected() {
  const std::lock_guard lock(mutex_);
  changes_.begin(Clock::now());
  for (auto& subject : watchers_.subjects()) dirty_.insert(std::move(subject));
  check_all_sessions_ = true;
  changed_.notify_all();
}

void Hub::run() {
  for (;;) {
    std::unique_lock lock(mutex_);
    if (!wait_for_work(lock)) return;
    const auto round = next_round();
    lock.unlock();
    try {
      work_off(round);
    } catch (const pg::Unavailable&) {
      logging::warning("database unavailable", {{"crew", "live"}});
      lock.lock();
      dirty_.insert(round.dirty.begin(), round.dirty.end());
      for (const auto& [subject, sockets] : round.arrivals) arrivals_[subject].insert(sockets.begin(), sockets.end());
      check_all_sessions_ = true;
      changed_.wait_for(lock, after_trouble, [&] { return stopping_; });
    }
  }
}

bool Hub::wait_for_work(std::unique_lock<std::mutex>& lock) {
  const auto something = [&] { return stopping_ || !dirty_.empty() || !arrivals_.empty() || check_all_sessions_; };
  if (changed_.wait_for(lock, session_check, something) && !stopping_)
    changed_.wait_for(lock, gathering, [&] { return stopping_; });
  return !stopping_;
}

Hub::Round Hub::next_round() {
  Round round{std::exchange(dirty_, {}), std::exchange(arrivals_, {}), {}};
  const bool all = std::exchange(check_all_sessions_, false);
  round.sessions = all ? watchers_.sessions()
                       : watchers_.sessions_ended(std::chrono::floor<std::chrono::microseconds>(Clock::now()));
  return round;
}

void Hub::work_off(const Round& round) {
  if (!round.sessions.empty()) check_sessions(round.sessions);
  for (const auto& subject : round.dirty) deliver(subject, std::nullopt);
  for (const auto& [subject, sockets] : round.arrivals)
    if (!round.dirty.contains(subject)) deliver(subject, sockets);
}

void Hub::deliver(const Subject& subject, const std::optional<std::set<http::SocketId>>& only) {
  const auto topic =
      std::find_if(topics_.begin(), topics_.end(), [&](const Topic& t) { return t.name == subject.topic; });
  if (topic == topics_.end()) return;
  std::unique_lock lock(mutex_);
  auto watching = watchers_.of(subject);
  lock.unlock();
  if (only) std::erase_if(watching, [&](const auto& one) { return !only->contains(one.first); });
  if (watching.empty()) return;

  std::set<MemberId> members;
  for (const auto& [socket, member] : watching) members.insert(member);
  try {
    const auto allowed = database_.all(topic->viewers, subject.id, {members.begin(), members.end()});
    if (allowed.empty()) return;
    auto message = stamp();
    const auto streams = topic->render(database_, subject.id, allowed.front());
    if (streams.empty()) return;
    std::vector<http::SocketId> sockets;
    for (const auto& [socket, member] : watching)
      if (std::find(allowed.begin(), allowed.end(), member) != allowed.end()) sockets.push_back(socket);
    outlet_.send(std::move(sockets), std::make_shared<const std::string>(message + streams));
  } catch (const pg::Unavailable&) {
    throw;
  } catch (const std::exception& error) {
    logging::error("live update failed", {{"topic", subject.topic}, {"what", error.what()}});
  }
}

void Hub::check_sessions(const std::set<std::int64_t>& sessions) {
  const auto open = database_.all(sessions_open, {sessions.begin(), sessions.end()});
  const std::lock_guard lock(mutex_);
  std::set<std::int64_t> gone = sessions;
  for (const auto& session : open) {
    gone.erase(session.id);
    watchers_.extend(session.id, session.ends);
  }
  for (const auto session : gone) close_session(session);
}

// With the lock held. What follows reaches those sockets no more, whatever is under way.
void Hub::close_session(std::int64_t session) {
  for (const auto socket : watchers_.of_session(session)) {
    watchers_.remove(socket);
    outlet_.close(socket, session_closed_code, "session");
  }
}

}  // namespace live
