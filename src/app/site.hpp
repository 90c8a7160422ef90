#pragma once
// The site as the HTTP shell sees it: pages by the route table, live connections by the live room.

#include <memory>
#include <vector>

#include "app/metrics.hpp"
#include "core/http/server.hpp"
#include "gate/dispatch.hpp"
#include "live/door.hpp"

namespace app {

class Site : public http::Site {
 public:
  Site(gate::Dispatch& dispatch, live::Door& door, live::Hub& hub) : dispatch_(dispatch), door_(door), hub_(hub) {}

  void offer(Metrics& metrics) { metrics_ = &metrics; }  ///< before the server runs

  [[nodiscard]] size_t body_limit(http::Method method, std::string_view path, size_t usual) const noexcept override {
    return dispatch_.body_limit(method, path, usual);
  }
  [[nodiscard]] bool slow(http::Method method, std::string_view path) const noexcept override {
    return dispatch_.slow(method, path);
  }
  http::Response answer(http::Request& request) noexcept override {
    if (metrics_ && metrics_->wants(request)) return metrics_->answer(request);
    return dispatch_.answer(request);
  }
  http::Response socket_opening(http::Request& request, http::SocketId id) noexcept override {
    return door_.open(request, id);
  }
  void socket_opened(http::SocketId id) noexcept override { hub_.opened(id); }
  void socket_message(http::SocketId, std::string) noexcept override {}  // pages only listen
  void socket_closed(http::SocketId id) noexcept override { hub_.closed(id); }

 private:
  gate::Dispatch& dispatch_;
  live::Door& door_;
  live::Hub& hub_;
  Metrics* metrics_ = nullptr;
};

}  // namespace app
