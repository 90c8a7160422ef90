#pragma once
// One libpq connection in pipeline mode, for Connection alone: what is sent, flushed and read back, segment by segment.
// Throws Unavailable when the database is away; the next ready() connects anew.

#include <libpq-fe.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/pg/connection.hpp"

namespace pg {

struct Finish {
  void operator()(PGconn* c) const { PQfinish(c); }
};
struct Clear {
  void operator()(PGresult* r) const { PQclear(r); }
};
using ConnectionPtr = std::unique_ptr<PGconn, Finish>;
using ResultPtr = std::unique_ptr<PGresult, Clear>;

Error error_of(const PGresult* result, const std::string& statement);

class Connection::Link {
 public:
  Link(std::string conninfo, std::string name, std::string role);

  std::atomic<std::uint64_t> statements = 0, batches = 0;
  bool in_transaction = false;

  void ready();

  /// What stands before the batch in the same round trip: the statements that this connection has not prepared yet, in
  /// a transaction of their own, since a failing batch would otherwise leave some of them undone without our knowing.
  std::vector<const AnyStatement*> send_preparations(const std::vector<const AnyStatement*>& needed);
  void mark_prepared(const std::vector<const AnyStatement*>& fresh);

  void send_query(const AnyStatement& statement, const std::vector<std::optional<std::string>>& values);
  void send_plain(const char* sql);
  void send_describe(const AnyStatement& statement);
  void sync();
  void flush();

  /// Results up to the next synchronisation point; the first failure is kept as `failure`, those after it were not run.
  struct Segment {
    std::vector<ResultPtr> results;
    ResultPtr failure;
  };
  Segment read_segment();

  void leave_pipeline();
  void enter_pipeline();
  PGconn* raw() { return connection_.get(); }
  [[noreturn]] void lost();

 private:
  void connect();
  bool gone();
  void wait(short events);
  void check(int fine);

  std::string conninfo_, name_, role_;
  ConnectionPtr connection_;
  std::vector<bool> prepared_;
  std::chrono::steady_clock::time_point not_before_{};
  bool was_connected_ = false;
};

}  // namespace pg
