#pragma once
// Who is asking, as enter() found out.

#include <optional>
#include <string>

#include "core/pg/batch.hpp"

namespace gate {

struct Viewer {
  MemberId id;
  std::int64_t session_id;
  std::string first_name, last_name;
  std::optional<SpaceId> section;
  std::optional<std::string> section_name;
  bool is_secretary;
  std::optional<SpaceId> federation;  ///< whose referent they are
  bool is_coopilote;

  [[nodiscard]] std::string name() const { return first_name + ' ' + last_name; }
};

}  // namespace gate
