#pragma once
// Who may open /vif: a member, from a page of this very site, not too often.

#include <memory>
#include <vector>

#include "core/pg/connection.hpp"
#include "core/rate_limit.hpp"
#include "live/hub.hpp"

namespace live {

inline constexpr std::string_view path = "/vif";

class Door {
 public:
  /// `databases`: one a worker.
  Door(Hub& hub, const Settings& settings, RateLimit& rates, std::vector<std::unique_ptr<pg::Connection>>& databases);
  http::Response open(http::Request& request, http::SocketId socket) noexcept;

 private:
  http::Response try_open(http::Request& request, http::SocketId socket);
  [[nodiscard]] std::vector<Subject> subjects(const http::Request& request, MemberId member) const;

  Hub& hub_;
  const Settings& settings_;
  RateLimit& rates_;
  std::vector<std::unique_ptr<pg::Connection>>& databases_;
};

}  // namespace live
