#include "gate/dispatch.hpp"

#include "core/crypto.hpp"
#include "core/html.hpp"
#include "core/http/client_address.hpp"
#include "core/log.hpp"
#include "gate/cookies.hpp"
#include "gate/error_page.hpp"
#include "ui/form.hpp"

namespace gate {
namespace {

constexpr std::chrono::seconds come_back_soon{5};

constexpr size_t largest_form = 1024 * 1024;  // octets; above it is a file, and no double click

constexpr double people_at_one_address = 30;

/// Whose forms it may send: the token of the session, or of a visitor's browser.
std::string sender(const http::Request& request) {
  const auto token = cookie_token(request, session_cookie);
  return token.empty() ? cookie_token(request, visitor_cookie) : token;
}

bool writes(http::Method method) {
  return method != http::Method::get && method != http::Method::head;
}

// Sends a visitor to the front page, and back here once signed in. A session that has ended leaves no cookie behind.
http::Response sign_in_first(const http::Request& request) {
  std::string location = "/?retour=";
  html::escape_url_part(location, request.target);
  auto response = http::Response::see_other(location);
  if (!cookie_token(request, session_cookie).empty())
    response.set_cookie({std::string(session_cookie), "", std::chrono::seconds(0)});
  return response;
}

// Their role asks for a second factor that they do not have yet, or what they do to it asks for the password again.
http::Response second_factor_first(const http::Request& request) {
  std::string location = "/compte/deux-etapes";
  if (!writes(request.method)) html::escape_url_part(location += "?retour=", request.target);
  return http::Response::see_other(location);
}

// The charter has changed since they agreed to it.
http::Response charter_first(const http::Request& request) {
  std::string location = "/charte/accord?retour=";
  html::escape_url_part(location, request.target);
  return http::Response::see_other(location);
}

// Somebody who has asked to leave, and may yet stay.
http::Response departure_first() {
  return http::Response::see_other("/compte/depart");
}

http::Error refused(const pg::Error& error, const http::Request& request) {
  if (error.state == "CP401") return http::Error(401);
  if (error.state == "CP403" || error.state == "42501")
    return http::Error(403);  // 42501: a policy refused a row to be written
  if (error.state == "CP404") return http::Error(404);
  const bool passing = error.state == "57014" || error.state == "55P03" || error.state.starts_with("40") ||
                       error.state.starts_with("53");
  logging::error(
      passing ? "database busy" : "statement failed",
      {{"id", request.id}, {"route", request.route}, {"state", error.state}, {"statement", error.statement}});
  http::Error answer(passing ? 503 : 500);
  if (passing) answer.retry_after = come_back_soon;
  return answer;
}

}  // namespace

Dispatch::Dispatch(const Router& router, Services& services, std::vector<std::unique_ptr<pg::Connection>>& databases)
    : router_(router), services_(services), databases_(databases) {}

size_t Dispatch::body_limit(http::Method method, std::string_view path, size_t usual) const noexcept {
  try {
    const auto match = router_.find(method, path);
    return match.route && match.route->body_bytes ? match.route->body_bytes : usual;
  } catch (const std::exception&) {
    return usual;
  }
}

bool Dispatch::slow(http::Method method, std::string_view path) const noexcept {
  try {
    const auto match = router_.find(method, path);
    return match.route && match.route->slow;
  } catch (const std::exception&) {
    return false;
  }
}

http::Response Dispatch::answer(http::Request& request) noexcept {
  const bool signed_in = !cookie_token(request, session_cookie).empty();
  auto refuse = [&](const http::Error& error) {
    if (error.status == 401 && !writes(request.method)) return sign_in_first(request);
    return error_page(request, error, services_, signed_in);
  };
  try {
    return try_answer(request);
  } catch (const http::Error& error) {
    return refuse(error);
  } catch (const pg::Error& error) {
    if (error.state == "CP428") return second_factor_first(request);
    if (error.state == "CP451") return charter_first(request);
    if (error.state == "CP410") return departure_first();
    return refuse(refused(error, request));
  } catch (const pg::NoRow&) {
    return refuse(http::Error(404));
  } catch (const pg::Unavailable&) {
    logging::warning("database unavailable", {{"id", request.id}, {"route", request.route}});
    http::Error error(503);
    error.retry_after = come_back_soon;
    return refuse(error);
  } catch (const std::exception& error) {
    logging::error("handler failed", {{"id", request.id}, {"route", request.route}, {"what", error.what()}});
    return refuse(http::Error(500));
  }
}

http::Response Dispatch::try_answer(http::Request& request) {
  const auto match = router_.find(request.method, request.path);
  if (!match.route) throw http::Error(match.other_method ? 405 : 404);
  request.route = match.route->path;
  return handle(request, match);
}

// Per session where there is one, so that a section meeting behind one address is not one person. The cookie is not yet
// known to be a session's, so that the address counts all the same: a cookie made up for each request gains little.
void Dispatch::slow_down(const http::Request& request, const Route& route) const {
  const std::string what = std::string(http::name(route.method)) + ' ' + std::string(route.path) + ' ';
  Rate of_address = route.rate;
  const bool for_strangers = route.who.need == who::anyone().need && writes(route.method);
  if (const auto session = cookie_token(request, session_cookie); !session.empty() && !for_strangers) {
    services_.rates.enforce(what + "by " + session, route.rate);
    of_address.burst *= people_at_one_address;
  }
  services_.rates.enforce(what + "from " + http::peer_key(request.peer), of_address);
}

http::Response Dispatch::handle(http::Request& request, const Router::Match& match) {
  const Route& route = *match.route;
  slow_down(request, route);

  auto& database = *databases_[request.worker];
  const auto statements = database.statements_sent(), batches = database.batches_sent();
  Visit visit(request, route, match.parameters, database, services_);
  if (writes(request.method)) {
    visit.form_ = request.form();
    check_sender(request, route, visit.form_);
  }
  auto response = writes(request.method) ? answer_once(visit, route) : admitted(visit, route.handler);
  if (services_.settings.environment !=
      Settings::Environment::production)  // for the tests that hold pages to one round trip
    response.headers.set("x-database", std::to_string(database.statements_sent() - statements) + " statements, " +
                                           std::to_string(database.batches_sent() - batches) + " round trips");
  return response;
}

// A handler that answers before it has asked the database (a field is missing, there is nothing to do) answers those
// alone whom the route admits.
http::Response Dispatch::admitted(Visit& visit, Handler handler) {
  try {
    auto response = handler(visit);
    visit.ensure_entered();
    visit.settle_act(response.status);
    visit.dress(response);
    return response;
  } catch (const http::Error& error) {
    visit.ensure_entered();
    visit.settle_act(error.status);
    throw;
  }
}

http::Response Dispatch::answer_once(Visit& visit, const Route& route) {
  const auto& request = visit.request;
  const auto make = [&] { return admitted(visit, route.handler); };
  const std::string whose = sender(request);
  if (whose.empty() || request.body.size() > largest_form) return make();
  return once_.answer(
      whose,
      crypto::sha256(request.target + '\n' + std::string(request.headers.get("x-csrf-token")) + '\n' + request.body),
      make);
}

void Dispatch::check_sender(const http::Request& request, const Route& route, const http::Form& form) const {
  if (route.signed_link) return;
  if (!same_origin(request, services_.settings.base_url))
    throw http::Error(403, "Cette demande vient d’un autre site : elle n’a pas été prise en compte.");
  const std::string token = sender(request);
  const auto header = request.headers.find("x-csrf-token");
  if (!csrf_matches(services_.settings.secret, token, header ? *header : form.values.get(ui::csrf_field)))
    throw http::Error(403,
                      "Cette page est restée ouverte trop longtemps. Reviens en arrière, recharge-la et recommence : "
                      "rien n’a été enregistré.");
}

}  // namespace gate
