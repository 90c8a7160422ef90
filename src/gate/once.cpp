#include "gate/once.hpp"

namespace gate {

http::Response Once::answer(const std::string& whose, const std::string& what, const Make& make) {
  const auto act = begin(whose, what);
  if (act->finished) return *act->response;
  try {
    auto response = make();
    finish(*act, response.status == 303 ? std::optional(response) : std::nullopt);
    return response;
  } catch (...) {
    finish(*act, std::nullopt);
    throw;
  }
}

/// The act to make, or the one that was made already, finished and with its answer.
std::shared_ptr<Once::Act> Once::begin(const std::string& whose, const std::string& what) {
  std::unique_lock lock(mutex_);
  const auto found = latest_.find(whose);
  if (auto former = found == latest_.end() ? nullptr : found->second; former && former->what == what) {
    finished_.wait(lock, [&] { return former->finished; });
    if (former->response && now_() - former->at < memory) return former;
  }
  forget_old();
  return latest_[whose] = std::make_shared<Act>(Act{what, now_(), false, std::nullopt});
}

void Once::finish(Act& act, std::optional<http::Response> response) {
  const std::lock_guard lock(mutex_);
  act.at = now_();
  act.response = std::move(response);
  act.finished = true;
  finished_.notify_all();
}

void Once::forget_old() {
  const auto now = now_();
  if (now - swept_ < memory) return;
  swept_ = now;
  std::erase_if(latest_, [&](const auto& entry) { return entry.second->finished && now - entry.second->at >= memory; });
}

}  // namespace gate
