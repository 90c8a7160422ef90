#include "notifications/kind.hpp"

namespace notifications {

std::string_view code(Kind kind) {
  switch (kind) {
    case Kind::invitation:
      return "invitation";
    case Kind::reminder:
      return "reminder";
    case Kind::message:
      return "message";
    case Kind::coopain:
      return "coopain";
    case Kind::digest:
      return "digest";
    case Kind::wall:
      return "wall";
    case Kind::letter:
      return "letter";
  }
  return {};
}

std::optional<Kind> kind_of(std::int64_t number) {
  if (number < 0 || number > static_cast<std::int64_t>(Kind::letter)) return std::nullopt;
  return static_cast<Kind>(number);
}

}  // namespace notifications
