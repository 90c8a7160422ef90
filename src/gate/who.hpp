#pragma once
// Who may enter a route. The words are the database's (db/policies/10_viewer.sql, function refusal), which decides; a
// subject is the path parameter that says which space, event or list it is about.

#include <string_view>

namespace gate {

struct Who {
  std::string_view need;
  std::string_view subject = {};
};

namespace who {
constexpr Who anyone() {
  return {"anyone"};
}
constexpr Who member() {
  return {"member"};
}
/// Anyone, and whoever has asked to leave as well, to whom all else is closed.
constexpr Who even_leaving() {
  return {"even leaving"};
}
constexpr Who insider(std::string_view space) {
  return {"insider", space};
}  ///< belongs to that space
constexpr Who secretary(std::string_view section) {
  return {"secretary", section};
}
constexpr Who referent(std::string_view space) {
  return {"referent", space};
}  ///< of that federation, or of the one above that section
constexpr Who coopilote() {
  return {"coopilote"};
}
constexpr Who organiser(std::string_view event) {
  return {"organiser", event};
}  ///< made the event, or runs a section where it is published
constexpr Who list_user(std::string_view list) {
  return {"list_user", list};
}  ///< the section's secretary, or that zone's manager
}  // namespace who

}  // namespace gate
