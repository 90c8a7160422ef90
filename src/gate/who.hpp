#pragma once
// Who may enter a route. The words are the database's (db/policies/10_viewer.sql, function refusal), which decides; a
// subject is the path parameter that says which space, event or list it is about.

#include <string_view>

namespace gate {

/// What a secretary may hand to members of the bureau (X03); any: whoever holds one of them.
enum class Power { any, members, invitations, messages, events, figures };

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
/// The section's secretary, and whom they handed that power. Files in and out, roles, configuration and delegation
/// itself are handed to nobody: they ask for the secretary.
constexpr Who office(Power power, std::string_view section) {
  switch (power) {
    case Power::members:
      return {"office members", section};
    case Power::invitations:
      return {"office invitations", section};
    case Power::messages:
      return {"office messages", section};
    case Power::events:
      return {"office events", section};
    case Power::figures:
      return {"office figures", section};
    case Power::any:
      break;
  }
  return {"office any", section};
}
constexpr Who referent(std::string_view space) {
  return {"referent", space};
}  ///< of that federation, or of the one above that section
constexpr Who coopilote() {
  return {"coopilote"};
}
constexpr Who organiser(std::string_view event) {
  return {"organiser", event};
}  ///< made the event, or holds the events of a section where it is published
constexpr Who list_user(std::string_view list) {
  return {"list_user", list};
}  ///< holds the section's members or messages, or manages that zone
}  // namespace who

}  // namespace gate
