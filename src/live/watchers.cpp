#include "live/watchers.hpp"

namespace live {

bool Watchers::add(http::SocketId socket, Watcher watcher) {
  size_t& count = count_[watcher.member];
  if (count >= most_per_member) return false;
  ++count;
  for (const auto& subject : watcher.subjects) by_subject_[subject].insert(socket);
  watchers_.emplace(socket, std::move(watcher));
  return true;
}

Watcher* Watchers::find(http::SocketId socket) {
  const auto found = watchers_.find(socket);
  return found == watchers_.end() ? nullptr : &found->second;
}

void Watchers::remove(http::SocketId socket) {
  const auto found = watchers_.find(socket);
  if (found == watchers_.end()) return;
  const Watcher& watcher = found->second;
  for (const auto& subject : watcher.subjects) {
    const auto sockets = by_subject_.find(subject);
    if (sockets == by_subject_.end()) continue;  // named twice
    sockets->second.erase(socket);
    if (sockets->second.empty()) by_subject_.erase(sockets);
  }
  if (--count_[watcher.member] == 0) count_.erase(watcher.member);
  watchers_.erase(found);
}

std::vector<std::pair<http::SocketId, MemberId>> Watchers::of(const Subject& subject) const {
  std::vector<std::pair<http::SocketId, MemberId>> found;
  const auto sockets = by_subject_.find(subject);
  if (sockets == by_subject_.end()) return found;
  for (const auto socket : sockets->second)
    if (const Watcher& watcher = watchers_.at(socket); watcher.open) found.emplace_back(socket, watcher.member);
  return found;
}

std::vector<Subject> Watchers::subjects() const {
  std::vector<Subject> all;
  for (const auto& [subject, sockets] : by_subject_) all.push_back(subject);
  return all;
}

std::vector<http::SocketId> Watchers::of_session(std::int64_t session) const {
  std::vector<http::SocketId> found;
  for (const auto& [socket, watcher] : watchers_)
    if (watcher.session == session) found.push_back(socket);
  return found;
}

std::set<std::int64_t> Watchers::sessions() const {
  std::set<std::int64_t> all;
  for (const auto& [socket, watcher] : watchers_) all.insert(watcher.session);
  return all;
}

std::set<std::int64_t> Watchers::sessions_ended(pg::Time now) const {
  std::set<std::int64_t> ended;
  for (const auto& [socket, watcher] : watchers_)
    if (watcher.session_ends <= now) ended.insert(watcher.session);
  return ended;
}

void Watchers::extend(std::int64_t session, pg::Time until) {
  for (auto& [socket, watcher] : watchers_)
    if (watcher.session == session) watcher.session_ends = until;
}

}  // namespace live
