#pragma once
// One connection to PostgreSQL, owned by one thread. It reconnects by itself: a batch that finds the connection dead
// before anything was sent goes over a new one; a batch that loses it halfway throws Unavailable, since nobody knows
// what was done.

#include <chrono>
#include <memory>
#include <string>

#include "core/pg/batch.hpp"

namespace pg {

/// Connections that this process has made to replace one that was lost.
std::uint64_t reconnections();

struct Description {
  std::vector<Oid> parameters, columns;
};

class Connection {
 public:
  /// Connects at the first batch. `conninfo` is libpq's (PostgreSQL documentation, 34.1.1).
  /// `role` signs in as another user than the one `conninfo` names.
  explicit Connection(std::string conninfo, std::string application_name = "coopol", std::string role = {});
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Sends the batch and reads all replies: one round trip. Throws Error, Unavailable or NoRow.
  void send(Batch& batch);

  /// Short forms for a lone statement.
  template <class Row, class... Args>
  Row one(const Statement<Row(Args...)>& statement, const std::type_identity_t<Args>&... args) {
    return alone([&](Batch& b) { return b.one(statement, args...); });
  }
  template <class Row, class... Args>
  std::optional<Row> maybe(const Statement<Row(Args...)>& statement, const std::type_identity_t<Args>&... args) {
    return alone([&](Batch& b) { return b.maybe(statement, args...); });
  }
  template <class Row, class... Args>
  std::vector<Row> all(const Statement<Row(Args...)>& statement, const std::type_identity_t<Args>&... args) {
    return alone([&](Batch& b) { return b.all(statement, args...); });
  }
  template <class Row, class... Args>
  std::int64_t run(const Statement<Row(Args...)>& statement, const std::type_identity_t<Args>&... args) {
    return alone([&](Batch& b) { return b.run(statement, args...); });
  }

  /// A script of several statements (migrations, policies). Throws Error.
  void script(const std::string& sql);
  /// Prepares the statement and asks what it takes and gives.
  Description describe(const AnyStatement& statement);

  [[nodiscard]] std::uint64_t statements_sent() const;  ///< since the start, for the tests that count them
  [[nodiscard]] std::uint64_t batches_sent() const;

 private:
  friend class Transaction;
  class Link;
  template <class Queue>
  auto alone(Queue queue) {
    Batch batch;
    auto reply = queue(batch);
    send(batch);
    return reply.take();
  }
  std::unique_ptr<Link> link_;
};

/// Several batches in one transaction; undone unless commit() was reached.
class Transaction {
 public:
  explicit Transaction(Connection& connection);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void send(Batch& batch) { connection_.send(batch); }
  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace pg
