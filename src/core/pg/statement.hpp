#pragma once
// A statement is a constant beside its use:
//
//   inline const pg::Statement<MemberCard(MemberId)> card{"members.card", "select id, first_name, last_name from member
//   where id = $1"};
//
// Row is a plain struct whose fields stand in the order of the columns, or a single value; void when no row comes back.
// Every statement is known to Statement_base::all(), so that one test prepares each against the schema and compares
// types.

#include <string_view>
#include <vector>

#include <boost/pfr/core.hpp>
#include <boost/pfr/tuple_size.hpp>

#include "core/pg/value.hpp"

namespace pg {

/// The types a column or a parameter may have, and whether it may be NULL.
struct Slot {
  std::span<const Oid> types;
  bool nullable = false;
};

class AnyStatement {
 public:
  AnyStatement(const char* name, const char* sql);
  AnyStatement(const AnyStatement&) = delete;
  AnyStatement& operator=(const AnyStatement&) = delete;
  virtual ~AnyStatement() = default;

  [[nodiscard]] const char* name() const { return name_; }
  [[nodiscard]] const char* sql() const { return sql_; }
  [[nodiscard]] size_t index() const {
    return index_;
  }  ///< position among all(), to keep what a connection has prepared
  [[nodiscard]] virtual std::vector<Slot> parameters() const = 0;
  [[nodiscard]] virtual std::vector<Slot> columns() const = 0;

  static const std::vector<const AnyStatement*>& all();

 private:
  const char* name_;
  const char* sql_;
  size_t index_;
};

namespace detail {
template <class T>
concept Value = requires {
  Codec<T>::types[0];
};

template <class T>
Slot slot() {
  return {Codec<T>::types, is_optional<T>};
}

template <class Row>
std::vector<Slot> row_slots() {
  if constexpr (std::is_void_v<Row>) {
    return {};
  } else if constexpr (Value<Row>) {
    return {slot<Row>()};
  } else {
    return []<size_t... I>(std::index_sequence<I...>) {
      return std::vector<Slot>{slot<boost::pfr::tuple_element_t<I, Row>>()...};
    }
    (std::make_index_sequence<boost::pfr::tuple_size_v<Row>>{});
  }
}
}  // namespace detail

template <class Signature>
class Statement;

template <class Row, class... Args>
class Statement<Row(Args...)> : public AnyStatement {
 public:
  using AnyStatement::AnyStatement;
  [[nodiscard]] std::vector<Slot> parameters() const override { return {detail::slot<Args>()...}; }
  [[nodiscard]] std::vector<Slot> columns() const override { return detail::row_slots<Row>(); }
};

}  // namespace pg
