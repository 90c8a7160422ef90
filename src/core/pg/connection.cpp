#include "core/pg/connection.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <array>
#include <atomic>
#include <cstring>
#include <utility>

namespace pg {

Error::Error(std::string sql_state, const std::string& words, std::string constraint_name, std::string statement_name)
    : std::runtime_error(statement_name.empty() ? words : statement_name + ": " + words),
      state(std::move(sql_state)),
      constraint(std::move(constraint_name)),
      statement(std::move(statement_name)) {}

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

struct Finish {
  void operator()(PGconn* c) const { PQfinish(c); }
};
struct Clear {
  void operator()(PGresult* r) const { PQclear(r); }
};
using ConnectionPtr = std::unique_ptr<PGconn, Finish>;
using ResultPtr = std::unique_ptr<PGresult, Clear>;

class ResultRows : public Rows {
 public:
  explicit ResultRows(const PGresult* result) : result_(result) {}
  [[nodiscard]] size_t count() const override { return static_cast<size_t>(PQntuples(result_)); }
  [[nodiscard]] std::optional<std::string_view> cell(size_t row, size_t column) const override {
    const int r = static_cast<int>(row), c = static_cast<int>(column);
    if (c >= PQnfields(result_)) throw std::logic_error("the statement gives fewer columns than its row has fields");
    if (PQgetisnull(result_, r, c)) return std::nullopt;
    return std::string_view(PQgetvalue(result_, r, c), static_cast<size_t>(PQgetlength(result_, r, c)));
  }
  [[nodiscard]] std::int64_t affected() const override {
    const char* words = PQcmdTuples(const_cast<PGresult*>(result_));
    return *words ? std::strtoll(words, nullptr, 10) : 0;
  }

 private:
  const PGresult* result_;
};

Error error_of(const PGresult* result, const std::string& statement) {
  auto field = [&](int code) {
    const char* text = PQresultErrorField(result, code);
    return std::string(text ? text : "");
  };
  return {field(PG_DIAG_SQLSTATE), field(PG_DIAG_MESSAGE_PRIMARY), field(PG_DIAG_CONSTRAINT_NAME), statement};
}

}  // namespace

class Connection::Link {
 public:
  Link(std::string conninfo, std::string name, std::string role)
      : conninfo_(std::move(conninfo)), name_(std::move(name)), role_(std::move(role)) {}

  std::atomic<std::uint64_t> statements = 0, batches = 0;
  bool in_transaction = false;

  void ready() {
    if (connection_ && !in_transaction && gone()) connection_.reset();
    if (connection_ && PQstatus(connection_.get()) == CONNECTION_OK) return;
    if (in_transaction) throw Unavailable("the connection was lost inside a transaction");
    connect();
  }

  // What stands before the batch in the same round trip: the statements that this connection has not prepared yet, in a
  // transaction of their own, since a failing batch would otherwise leave some of them undone without our knowing.
  std::vector<const AnyStatement*> send_preparations(const std::vector<const AnyStatement*>& statements_needed) {
    std::vector<const AnyStatement*> fresh;
    prepared_.resize(std::max(prepared_.size(), AnyStatement::all().size()));
    for (const AnyStatement* s : statements_needed) {
      if (prepared_[s->index()] || std::find(fresh.begin(), fresh.end(), s) != fresh.end()) continue;
      fresh.push_back(s);
      check(PQsendPrepare(connection_.get(), prepared_name(*s).c_str(), s->sql(), 0, nullptr));
    }
    if (!fresh.empty()) check(PQpipelineSync(connection_.get()));
    return fresh;
  }

  void send_query(const AnyStatement& statement, const std::vector<std::optional<std::string>>& values) {
    std::vector<const char*> pointers;
    pointers.reserve(values.size());
    for (const auto& value : values) pointers.push_back(value ? value->c_str() : nullptr);
    check(PQsendQueryPrepared(connection_.get(), prepared_name(statement).c_str(), static_cast<int>(values.size()),
                              pointers.data(), nullptr, nullptr, 0));
  }

  void send_plain(const char* sql) {
    check(PQsendQueryParams(connection_.get(), sql, 0, nullptr, nullptr, nullptr, nullptr, 0));
  }
  void send_describe(const AnyStatement& statement) {
    check(PQsendDescribePrepared(connection_.get(), prepared_name(statement).c_str()));
  }
  void sync() { check(PQpipelineSync(connection_.get())); }

  void flush() {
    for (int left = PQflush(connection_.get()); left != 0; left = PQflush(connection_.get())) {
      if (left < 0) lost();
      wait(POLLIN | POLLOUT);  // reading too: the server may wait for us to take its answers before it reads on
      if (!PQconsumeInput(connection_.get())) lost();
    }
  }

  /// Results up to the next synchronisation point; the first failure is kept as `failure`, those after it were not run.
  struct Segment {
    std::vector<ResultPtr> results;
    ResultPtr failure;
  };
  Segment read_segment() {
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

  void mark_prepared(const std::vector<const AnyStatement*>& fresh) {
    for (const AnyStatement* s : fresh) prepared_[s->index()] = true;
  }

  void leave_pipeline() { check(PQexitPipelineMode(connection_.get())); }
  void enter_pipeline() { check(PQenterPipelineMode(connection_.get())); }
  PGconn* raw() { return connection_.get(); }

  [[noreturn]] void lost() {
    const std::string why = connection_ ? PQerrorMessage(connection_.get()) : "";
    connection_.reset();
    throw Unavailable("database connection lost: " + why);
  }

 private:
  static std::string prepared_name(const AnyStatement& s) {
    return std::string(s.name()) + '#' + std::to_string(s.index());
  }

  void connect() {
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
  bool gone() {
    pollfd descriptor{PQsocket(connection_.get()), POLLIN, 0};
    if (poll(&descriptor, 1, 0) <= 0) return false;
    return !PQconsumeInput(connection_.get()) || PQstatus(connection_.get()) != CONNECTION_OK;
  }

  void wait(short events) {
    pollfd descriptor{PQsocket(connection_.get()), events, 0};
    while (poll(&descriptor, 1, -1) < 0)
      if (errno != EINTR) lost();
  }

  void check(int fine) {
    if (!fine) lost();
  }

  std::string conninfo_, name_, role_;
  ConnectionPtr connection_;
  std::vector<bool> prepared_;
  Clock::time_point not_before_{};
  bool was_connected_ = false;
};

std::uint64_t reconnections() {
  return reconnected;
}

Connection::Connection(std::string conninfo, std::string application_name, std::string role)
    : link_(std::make_unique<Link>(std::move(conninfo), std::move(application_name), std::move(role))) {}
Connection::~Connection() = default;

std::uint64_t Connection::statements_sent() const {
  return link_->statements;
}
std::uint64_t Connection::batches_sent() const {
  return link_->batches;
}

void Connection::send(Batch& batch) {
  if (batch.queued_.empty()) return;
  Link& link = *link_;
  link.ready();
  std::vector<const AnyStatement*> needed;
  for (const auto& queued : batch.queued_) needed.push_back(queued.statement);
  const auto fresh = link.send_preparations(needed);
  for (const auto& queued : batch.queued_) link.send_query(*queued.statement, queued.values);
  link.sync();
  link.flush();
  link.statements += batch.queued_.size();
  ++link.batches;

  std::optional<Error> failure;
  if (!fresh.empty()) {
    const auto preparations = link.read_segment();
    if (preparations.failure)
      failure =
          error_of(preparations.failure.get(), "prepare " + std::string(fresh[preparations.results.size()]->name()));
    else
      link.mark_prepared(fresh);
  }
  const auto answers = link.read_segment();
  const auto queued = std::move(batch.queued_);
  batch.queued_.clear();
  if (failure) throw *failure;
  if (answers.failure) throw error_of(answers.failure.get(), queued[answers.results.size()].statement->name());
  for (size_t i = 0; i < queued.size(); ++i) queued[i].read(ResultRows(answers.results.at(i).get()));
}

void Connection::script(const std::string& sql) {
  Link& link = *link_;
  link.ready();
  link.leave_pipeline();
  const ResultPtr result(PQexec(link.raw(), sql.c_str()));
  const auto status = PQresultStatus(result.get());
  if (status == PGRES_FATAL_ERROR) {
    if (PQstatus(link.raw()) == CONNECTION_BAD) link.lost();
    const auto error = error_of(result.get(), "");
    link.enter_pipeline();
    throw error;
  }
  link.enter_pipeline();
}

Description Connection::describe(const AnyStatement& statement) {
  Link& link = *link_;
  link.ready();
  const auto fresh = link.send_preparations({&statement});
  link.send_describe(statement);
  link.sync();
  link.flush();
  if (!fresh.empty()) {
    const auto preparation = link.read_segment();
    if (preparation.failure) {
      const auto error = error_of(preparation.failure.get(), statement.name());
      link.read_segment();
      throw error;
    }
    link.mark_prepared(fresh);
  }
  const auto answer = link.read_segment();
  if (answer.failure) throw error_of(answer.failure.get(), statement.name());
  const PGresult* result = answer.results.at(0).get();
  Description description;
  for (int i = 0; i < PQnparams(result); ++i) description.parameters.push_back(PQparamtype(result, i));
  for (int i = 0; i < PQnfields(result); ++i) description.columns.push_back(PQftype(result, i));
  return description;
}

Transaction::Transaction(Connection& connection) : connection_(connection) {
  auto& link = *connection_.link_;
  link.ready();
  link.send_plain("begin");
  link.sync();
  link.flush();
  const auto answer = link.read_segment();
  if (answer.failure) throw error_of(answer.failure.get(), "begin");
  link.in_transaction = true;
}

void Transaction::commit() {
  auto& link = *connection_.link_;
  open_ = false;
  link.in_transaction = false;
  link.send_plain("commit");
  link.sync();
  link.flush();
  const auto answer = link.read_segment();
  if (answer.failure) throw error_of(answer.failure.get(), "commit");
  // "commit" in a transaction that failed answers ROLLBACK.
  if (std::strcmp(PQcmdStatus(answer.results.at(0).get()), "COMMIT") != 0)
    throw Error("25P02", "the transaction had failed and was undone", "", "commit");
}

Transaction::~Transaction() {
  if (!open_) return;
  auto& link = *connection_.link_;
  link.in_transaction = false;
  try {
    link.send_plain("rollback");
    link.sync();
    link.flush();
    link.read_segment();
  } catch (const std::exception&) {
    // The connection is gone, and with it the transaction.
  }
}

}  // namespace pg
