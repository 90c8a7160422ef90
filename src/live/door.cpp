#include "live/door.hpp"

#include <algorithm>
#include <charconv>

#include "core/crypto.hpp"
#include "core/log.hpp"
#include "gate/cookies.hpp"
#include "live/member_topic.hpp"

namespace live {
namespace {

using namespace std::chrono_literals;

constexpr Rate openings{
    60, std::chrono::minutes(1)};  // one for each page that is opened, and for each time a telephone wakes up
constexpr size_t most_topics = 20;
constexpr auto page_age = 2min;  // from a page's rendering to its first connection, at most
constexpr auto clocks = 5s;      // by which servers may differ

struct Entered {
  MemberId member;
  std::int64_t session;
};
const pg::Statement<Entered(pg::Bytes)> enter{"live.enter",
                                              "select member_id, session_id from enter($1, 'member', null)"};
const pg::Statement<pg::Time(pg::Bytes)> session_ends{"live.session_ends",
                                                      "select expires_at from session where token_hash = $1"};

std::chrono::system_clock::time_point since(const http::Request& request) {
  const auto text = request.query.get("since");
  std::int64_t milliseconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), milliseconds);
  if (text.empty() || error != std::errc{} || milliseconds < 0) return std::chrono::system_clock::now() - page_age;
  return std::chrono::system_clock::time_point(
             std::chrono::milliseconds(std::min(milliseconds, std::int64_t{4'000'000'000'000}))) -
         clocks;
}

}  // namespace

Door::Door(Hub& hub, const Settings& settings, RateLimit& rates,
           std::vector<std::unique_ptr<pg::Connection>>& databases)
    : hub_(hub), settings_(settings), rates_(rates), databases_(databases) {}

http::Response Door::open(http::Request& request, http::SocketId socket) noexcept {
  try {
    return try_open(request, socket);
  } catch (const http::Error& error) {
    return http::Response::text("", error.status);
  } catch (const pg::Error& error) {
    if (error.state == "CP401") return http::Response::text("", 401);
    logging::error(
        "statement failed",
        {{"id", request.id}, {"route", request.route}, {"state", error.state}, {"statement", error.statement}});
  } catch (const std::exception&) {
    logging::warning("live connection not opened", {{"id", request.id}});
  }
  return http::Response::text("", 503);
}

http::Response Door::try_open(http::Request& request, http::SocketId socket) {
  if (request.path != path) throw http::Error(404);
  request.route = path;
  // Browsers always say where a WebSocket comes from; whoever does not is none (RFC 6455, 10.2).
  if (!request.headers.has("origin") || !gate::same_origin(request, settings_.base_url)) throw http::Error(403);
  const auto token = gate::cookie_token(request, gate::session_cookie);
  if (token.empty()) throw http::Error(401);
  rates_.enforce("live " + token, openings);

  const pg::Bytes hash{crypto::sha256(token)};
  pg::Batch batch;
  const auto entered = batch.one(enter, hash);
  const auto ends = batch.one(session_ends, hash);
  databases_.at(request.worker)->send(batch);

  Watcher watcher{entered->member, entered->session, *ends, subjects(request, entered->member), since(request)};
  if (!hub_.admit(socket, std::move(watcher))) throw http::Error(429);
  http::Response accepted;
  accepted.status = 101;
  return accepted;
}

std::vector<Subject> Door::subjects(const http::Request& request, MemberId member) const {
  std::vector<Subject> found{{std::string(member_topic_name), member.number()}};
  std::string_view text = request.query.get("topics");
  while (!text.empty() && found.size() <= most_topics) {
    const auto end = std::min(text.find(' '), text.size());
    if (auto subject = read_token(settings_.secret, member, text.substr(0, end)); subject && hub_.knows(subject->topic))
      found.push_back(std::move(*subject));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace live
