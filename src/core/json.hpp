#pragma once
// Flat JSON objects, as jobs and mails carry them. What is deeper is PostgreSQL's to take apart.

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace json {

/// Throws std::invalid_argument when `text` is no JSON object.
class Object {
 public:
  explicit Object(std::string_view text);
  ~Object();
  Object(Object&&) noexcept;
  Object& operator=(Object&&) noexcept;

  /// Nothing when the member is missing or of another type.
  [[nodiscard]] std::optional<std::string> text(std::string_view name) const;
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view name) const;
  [[nodiscard]] bool flag(std::string_view name) const;  ///< true only when it is there and true

 private:
  struct Value;
  std::unique_ptr<Value> value_;
};

using Value = std::variant<std::string, std::int64_t, bool>;
/// {"name":"value","count":3}
std::string object(std::initializer_list<std::pair<std::string_view, Value>> members);

}  // namespace json
