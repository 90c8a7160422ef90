#include "core/pg/link.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace pg {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto reconnect_pause =
    std::chrono::milliseconds(250);  // after a failed attempt, the next callers are told at once

std::atomic<std::uint64_t> reconnected = 0;

// Times in UTC and ISO dates are what the codecs read. Nothing may wait or run for ever on behalf of a page.
constexpr const char* session_options =
    "-c TimeZone=UTC -c DateStyle=ISO -c client_encoding=UTF8 -c search_path=coopol,public -c statement_timeout=10s -c "
    "lock_timeout=5s "
    "-c idle_in_transaction_session_timeout=30s -c jit=off";

std::string prepared_name(const AnyStatement& s) {
  return std::string(s.name()) + '#' + std::to_string(s.index());
}

}  // namespace

Error error_of(const PGresult* result, const std::string& statement) {
  auto field = [&](int code) {
    const char* text = PQresultErrorField(result, code);
    return std::string(text ? text : "");
  };
  return {field(PG_DIAG_SQLSTATE), field(PG_DIAG_MESSAGE_PRIMARY), field(PG_DIAG_CONSTRAINT_NAME), statement};
}

Connection::Link::Link(std::string conninfo, std::string name, std::string role)
    : conninfo_(std::move(conninfo)), name_(std::move(name)), role_(std::move(role)) {}

void Connection::Link::ready() {
  if (connection_ && !in_transaction && gone()) connection_.reset();
  if (connection_ && PQstatus(connection_.get()) == CONNECTION_OK) return;
  if (in_transaction) throw Unavailable("the connection was lost inside a transaction");
  connect();
}

std::vector<const AnyStatement*> Connection::Link::send_preparations(const std::vector<const AnyStatement*>& needed) {
  std::vector<const AnyStatement*> fresh;
  prepared_.resize(std::max(prepared_.size(), AnyStatement::all().size()));
  for (const AnyStatement* s : needed) {
    if (prepared_[s->index()] || std::find(fresh.begin(), fresh.end(), s) != fresh.end()) continue;
    fresh.push_back(s);
    check(PQsendPrepare(connection_.get(), prepared_name(*s).c_str(), s->sql(), 0, nullptr));
  }
  if (!fresh.empty()) check(PQpipelineSync(connection_.get()));
  return fresh;
}

void Connection::Link::send_query(const AnyStatement& statement,
                                  const std::vector<std::optional<std::string>>& values) {
  std::vector<const char*> pointers;
  pointers.reserve(values.size());
  for (const auto& value : values) pointers.push_back(value ? value->c_str() : nullptr);
  check(PQsendQueryPrepared(connection_.get(), prepared_name(statement).c_str(), static_cast<int>(values.size()),
                            pointers.data(), nullptr, nullptr, 0));
}

void Connection::Link::send_plain(const char* sql) {
  check(PQsendQueryParams(connection_.get(), sql, 0, nullptr, nullptr, nullptr, nullptr, 0));
}
void Connection::Link::send_describe(const AnyStatement& statement) {
  check(PQsendDescribePrepared(connection_.get(), prepared_name(statement).c_str()));
}
void Connection::Link::sync() {
  check(PQpipelineSync(connection_.get()));
}

void Connection::Link::flush() {
  for (int left = PQflush(connection_.get()); left != 0; left = PQflush(connection_.get())) {
    if (left < 0) lost();
    wait(POLLIN | POLLOUT);  // reading too: the server may wait for us to take its answers before it reads on
    if (!PQconsumeInput(connection_.get())) lost();
  }
}

Connection::Link::Segment Connection::Link::read_segment() {
  Segment segment;
  for (;;) {
    while (PQisBusy(connection_.get())) {
      wait(POLLIN);
      if (!PQconsumeInput(connection_.get())) lost();
    }
    ResultPtr result(PQgetResult(connection_.get()));
    if (!result) {  // between two statements
      if (PQstatus(connection_.get()) == CONNECTION_BAD) lost();
      continue;
    }
    switch (PQresultStatus(result.get())) {
      case PGRES_PIPELINE_SYNC:
        return segment;
      case PGRES_PIPELINE_ABORTED:
        break;
      case PGRES_FATAL_ERROR:
        if (PQstatus(connection_.get()) == CONNECTION_BAD) lost();
        segment.failure = std::move(result);
        break;
      default:
        segment.results.push_back(std::move(result));
    }
  }
}

void Connection::Link::mark_prepared(const std::vector<const AnyStatement*>& fresh) {
  for (const AnyStatement* s : fresh) prepared_[s->index()] = true;
}

void Connection::Link::leave_pipeline() {
  check(PQexitPipelineMode(connection_.get()));
}
void Connection::Link::enter_pipeline() {
  check(PQenterPipelineMode(connection_.get()));
}

void Connection::Link::lost() {
  const std::string why = connection_ ? PQerrorMessage(connection_.get()) : "";
  connection_.reset();
  throw Unavailable("database connection lost: " + why);
}

void Connection::Link::connect() {
  if (Clock::now() < not_before_) throw Unavailable("the database cannot be reached");
  prepared_.clear();
  // What stands after dbname wins over what the conninfo in it says; a user only when there is one to say.
  const std::array<const char*, 6> keys{
      "dbname", "application_name", "options", "connect_timeout", role_.empty() ? nullptr : "user", nullptr};
  const std::array<const char*, 6> values{
      conninfo_.c_str(), name_.c_str(), session_options, "3", role_.empty() ? nullptr : role_.c_str(), nullptr};
  connection_.reset(PQconnectdbParams(keys.data(), values.data(), 1));
  if (PQstatus(connection_.get()) != CONNECTION_OK) {
    not_before_ = Clock::now() + reconnect_pause;
    lost();
  }
  if (std::exchange(was_connected_, true)) ++reconnected;
  PQsetnonblocking(connection_.get(), 1);
  PQsetNoticeProcessor(
      connection_.get(), [](void*, const char*) {}, nullptr);
  enter_pipeline();
}

// A server that was stopped while we were idle has left an end-of-file to read.
bool Connection::Link::gone() {
  pollfd descriptor{PQsocket(connection_.get()), POLLIN, 0};
  if (poll(&descriptor, 1, 0) <= 0) return false;
  return !PQconsumeInput(connection_.get()) || PQstatus(connection_.get()) != CONNECTION_OK;
}

void Connection::Link::wait(short events) {
  pollfd descriptor{PQsocket(connection_.get()), events, 0};
  while (poll(&descriptor, 1, -1) < 0)
    if (errno != EINTR) lost();
}

void Connection::Link::check(int fine) {
  if (!fine) lost();
}

std::uint64_t reconnections() {
  return reconnected;
}

}  // namespace pg
