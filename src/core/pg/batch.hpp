#pragma once
// Statements queued to leave together: one batch, one round trip. Each queued statement gives a Reply that holds its
// rows once the batch was sent. A batch is one implicit transaction: all of it happens, or nothing. (libpq pipeline
// mode, PostgreSQL 15 documentation, 34.5.)

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/pfr/core.hpp>
#include <boost/pfr/functors.hpp>

#include "core/pg/statement.hpp"

namespace pg {

/// PostgreSQL refused a statement. `state` is the SQLSTATE (PostgreSQL documentation, appendix A; the house's own begin
/// with CP).
struct Error : std::runtime_error {
  Error(std::string sql_state, const std::string& words, std::string constraint_name, std::string statement_name);
  std::string state, constraint, statement;
};
/// The database cannot be reached, or went away; nothing is known of what was under way.
struct Unavailable : std::runtime_error {
  using std::runtime_error::runtime_error;
};
/// A statement that must find one row found none.
struct NoRow : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The rows of one answer, read in place.
class Rows {
 public:
  virtual ~Rows() = default;
  [[nodiscard]] virtual size_t count() const = 0;
  [[nodiscard]] virtual std::optional<std::string_view> cell(size_t row, size_t column) const = 0;
  [[nodiscard]] virtual std::int64_t affected() const = 0;
};

namespace detail {

template <class T>
T read_cell(const Rows& rows, size_t row, size_t column, const AnyStatement& statement) {
  const auto text = rows.cell(row, column);
  if constexpr (is_optional<T>) {
    if (!text) return std::nullopt;
    return Codec<typename T::value_type>::read(*text);
  } else {
    if (!text)
      throw std::logic_error(std::string(statement.name()) + ": column " + std::to_string(column + 1) +
                             " is NULL, its field takes none");
    return Codec<T>::read(*text);
  }
}

template <class Row>
Row read_row(const Rows& rows, size_t row, const AnyStatement& statement) {
  if constexpr (Value<Row>) {
    return read_cell<Row>(rows, row, 0, statement);
  } else {
    Row value{};
    boost::pfr::for_each_field(value, [&](auto& field, size_t column) {
      field = read_cell<std::remove_cvref_t<decltype(field)>>(rows, row, column, statement);
    });
    return value;
  }
}

template <class T>
std::optional<std::string> write_value(const T& value) {
  if constexpr (is_optional<T>) {
    if (!value) return std::nullopt;
    return Codec<typename T::value_type>::write(*value);
  } else {
    return Codec<T>::write(value);
  }
}

}  // namespace detail

/// What a queued statement gives once its batch was sent.
template <class T>
class Reply {
 public:
  const T& operator*() const { return value(); }
  const T* operator->() const { return &value(); }
  [[nodiscard]] T take() { return std::move(const_cast<T&>(value())); }

 private:
  friend class Batch;
  [[nodiscard]] const T& value() const {
    if (!*slot_) throw std::logic_error("a reply was read before its batch was sent");
    return **slot_;
  }
  std::shared_ptr<std::optional<T>> slot_ = std::make_shared<std::optional<T>>();
};

class Batch {
 public:
  /// Exactly one row; throws NoRow when there is none.
  template <class Row, class... Args>
  Reply<Row> one(const Statement<Row(Args...)>& statement, const std::type_identity_t<Args>&... args) {
    Reply<Row> reply;
    queue(statement, {detail::write_value<Args>(args)...}, [slot = reply.slot_, &statement](const Rows& rows) {
      if (rows.count() == 0) throw NoRow(statement.name());
      *slot = detail::read_row<Row>(rows, 0, statement);
    });
    return reply;
  }
  /// A row or none.
  template <class Row, class... Args>
  Reply<std::optional<Row>> maybe(const Statement<Row(Args...)>& statement, const std::type_identity_t<Args>&... args) {
    Reply<std::optional<Row>> reply;
    queue(statement, {detail::write_value<Args>(args)...}, [slot = reply.slot_, &statement](const Rows& rows) {
      slot->emplace();
      if (rows.count() > 0) **slot = detail::read_row<Row>(rows, 0, statement);
    });
    return reply;
  }
  /// All rows.
  template <class Row, class... Args>
  Reply<std::vector<Row>> all(const Statement<Row(Args...)>& statement, const std::type_identity_t<Args>&... args) {
    Reply<std::vector<Row>> reply;
    queue(statement, {detail::write_value<Args>(args)...}, [slot = reply.slot_, &statement](const Rows& rows) {
      slot->emplace();
      (*slot)->reserve(rows.count());
      for (size_t row = 0; row < rows.count(); ++row) (*slot)->push_back(detail::read_row<Row>(rows, row, statement));
    });
    return reply;
  }
  /// No rows wanted: how many were written.
  template <class Row, class... Args>
  Reply<std::int64_t> run(const Statement<Row(Args...)>& statement, const std::type_identity_t<Args>&... args) {
    Reply<std::int64_t> reply;
    queue(statement, {detail::write_value<Args>(args)...},
          [slot = reply.slot_](const Rows& rows) { *slot = rows.affected(); });
    return reply;
  }

  /// Queues all of another batch behind this one.
  void append(Batch&& other) {
    for (auto& queued : other.queued_) queued_.push_back(std::move(queued));
    other.queued_.clear();
  }

  [[nodiscard]] size_t size() const { return queued_.size(); }

 private:
  friend class Connection;
  struct Queued {
    const AnyStatement* statement;
    std::vector<std::optional<std::string>> values;
    std::function<void(const Rows&)> read;
  };
  void queue(const AnyStatement& statement, std::vector<std::optional<std::string>> values,
             std::function<void(const Rows&)> read) {
    queued_.push_back({&statement, std::move(values), std::move(read)});
  }
  std::vector<Queued> queued_;
};

}  // namespace pg
