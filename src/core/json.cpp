#include "core/json.hpp"

#include <stdexcept>

#include <boost/json/src.hpp>

namespace json {

struct Object::Value {
  boost::json::object members;
};

Object::Object(std::string_view text) : value_(std::make_unique<Value>()) {
  boost::json::error_code error;
  auto parsed = boost::json::parse(boost::json::string_view(text.data(), text.size()), error);
  if (error || !parsed.is_object()) throw std::invalid_argument("not a JSON object");
  value_->members = std::move(parsed.as_object());
}
Object::~Object() = default;
Object::Object(Object&&) noexcept = default;
Object& Object::operator=(Object&&) noexcept = default;

std::optional<std::string> Object::text(std::string_view name) const {
  const auto* value = value_->members.if_contains({name.data(), name.size()});
  if (!value || !value->is_string()) return std::nullopt;
  return std::string(value->as_string());
}

std::optional<std::int64_t> Object::number(std::string_view name) const {
  const auto* value = value_->members.if_contains({name.data(), name.size()});
  if (!value || !value->is_int64()) return std::nullopt;
  return value->as_int64();
}

bool Object::flag(std::string_view name) const {
  const auto* value = value_->members.if_contains({name.data(), name.size()});
  return value && value->is_bool() && value->as_bool();
}

std::string object(std::initializer_list<std::pair<std::string_view, json::Value>> members) {
  boost::json::object object;
  for (const auto& [name, value] : members)
    object[{name.data(), name.size()}] = std::visit([](const auto& v) { return boost::json::value(v); }, value);
  return boost::json::serialize(object);
}

}  // namespace json
