#include "core/pg/connection.hpp"

#include <libpq-fe.h>

#include <cstring>
#include <utility>

#include "core/pg/link.hpp"

namespace pg {

Error::Error(std::string sql_state, const std::string& words, std::string constraint_name, std::string statement_name)
    : std::runtime_error(statement_name.empty() ? words : statement_name + ": " + words),
      state(std::move(sql_state)),
      constraint(std::move(constraint_name)),
      statement(std::move(statement_name)) {}

namespace {

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

}  // namespace

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
