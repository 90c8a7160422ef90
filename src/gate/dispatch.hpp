#pragma once
// Every request's way: host → route → rate → origin and CSRF → handler → answer or error page. One place turns errors
// into pages.

#include <memory>
#include <vector>

#include "core/http/server.hpp"
#include "core/pg/connection.hpp"
#include "gate/once.hpp"
#include "gate/router.hpp"
#include "gate/services.hpp"

namespace gate {

class Dispatch {
 public:
  /// One connection a worker; `databases` must outlive the dispatch.
  Dispatch(const Router& router, Services& services, std::vector<std::unique_ptr<pg::Connection>>& databases);

  [[nodiscard]] size_t body_limit(http::Method method, std::string_view path, size_t usual) const noexcept;
  [[nodiscard]] bool slow(http::Method method, std::string_view path) const noexcept;
  http::Response answer(http::Request& request) noexcept;

 private:
  http::Response try_answer(http::Request& request);
  void slow_down(const http::Request& request, const Route& route) const;
  http::Response handle(http::Request& request, const Router::Match& match);
  static http::Response admitted(Visit& visit, Handler handler);
  http::Response answer_once(Visit& visit, const Route& route);
  void check_sender(const http::Request& request, const Route& route, const http::Form& form) const;

  const Router& router_;
  Services& services_;
  std::vector<std::unique_ptr<pg::Connection>>& databases_;
  Once once_;
};

}  // namespace gate
