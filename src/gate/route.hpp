#pragma once
// A route says method, path, who may enter and how often; none can be declared without saying who. Rooms list theirs in
// one function
//   std::vector<gate::Route> routes();
// and src/app/routes.cpp puts them together: tests for rights, CSRF and rates are generated from that table.

#include <string_view>
#include <vector>

#include "core/http/message.hpp"
#include "core/rate_limit.hpp"
#include "gate/who.hpp"

namespace gate {

class Visit;
using Handler = http::Response (*)(Visit&);

/// Pages are read at a walking pace even by the fastest thumb; these stop a script, not a person.
inline constexpr Rate usual_reads{240, std::chrono::minutes(1)};
inline constexpr Rate usual_writes{60, std::chrono::minutes(1)};
/// Whatever tries passwords, sends mail to strangers or costs much.
inline constexpr Rate few{10, std::chrono::minutes(5)};

struct Route {
  http::Method method;
  std::string_view path;  ///< "/sections/:section/membres": a parameter is a whole segment
  Who who;
  Handler handler;
  Rate rate;
  size_t body_bytes = 0;  ///< 0: the usual limit
  bool slow = false;  ///< waits for a password to be hashed or a photo to be read: it has workers of its own, so that
                      ///< pages never stand behind it
  bool signed_link =
      false;  ///< a POST whose address is its own proof (a one-click unsubscribe): no CSRF token, no session
  std::string_view act = {};  ///< what it does, for the log of what a secretary's delegates did: «a créé une liste»
};

constexpr Route get(std::string_view path, Who who, Handler handler, Rate rate = usual_reads) {
  return {http::Method::get, path, who, handler, rate};
}
constexpr Route post(std::string_view path, Who who, Handler handler, Rate rate = usual_writes) {
  return {http::Method::post, path, who, handler, rate};
}
// Its address is its own proof: no token, no session.
constexpr Route signed_post(std::string_view path, Who who, Handler handler, Rate rate = usual_writes) {
  Route route = post(path, who, handler, rate);
  route.signed_link = true;
  return route;
}
constexpr Route slow_post(std::string_view path, Who who, Handler handler, Rate rate = usual_writes) {
  Route route = post(path, who, handler, rate);
  route.slow = true;
  return route;
}

/// A write that somebody may do in a secretary's place is noted with these words (X03).
constexpr Route noted(std::string_view act, Route route) {
  route.act = act;
  return route;
}
/// Is it one that a delegate may reach?
constexpr bool delegable(const Route& route) {
  return route.who.need.starts_with("office ") || route.who.need == who::organiser("").need;
}

}  // namespace gate
