#pragma once
// The site as the HTTP shell sees it: pages by the route table, live connections by the live room.

#include <memory>
#include <vector>

#include "core/http/server.hpp"
#include "gate/dispatch.hpp"

namespace app {

class Site : public http::Site {
 public:
  explicit Site(gate::Dispatch& dispatch) : dispatch_(dispatch) {}

  [[nodiscard]] size_t body_limit(http::Method method, std::string_view path, size_t usual) const noexcept override { return dispatch_.body_limit(method, path, usual); }
  [[nodiscard]] bool slow(http::Method method, std::string_view path) const noexcept override { return dispatch_.slow(method, path); }
  http::Response answer(http::Request& request) noexcept override { return dispatch_.answer(request); }
  http::Response socket_opening(http::Request&, http::SocketId) noexcept override { return http::Response::text("", 404); }
  void socket_opened(http::SocketId) noexcept override {}
  void socket_message(http::SocketId, std::string) noexcept override {}
  void socket_closed(http::SocketId) noexcept override {}

 private:
  gate::Dispatch& dispatch_;
};

}  // namespace app
