#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sections/ids.hpp"
#include "sections/register_desk.hpp"

namespace sections {

struct EntryRow {
  EntryId id;
  std::string kind, first_name, last_name;
  std::optional<std::string> email, typed_email, city, incomplete;
  std::optional<std::string> sharers;  ///< who else has this address
  std::optional<InvitationId> invitation;
  std::optional<std::int32_t> sends;
  std::optional<pg::Time> last_sent_at;
  std::optional<std::string> refused;  ///< why the last send came back

  [[nodiscard]] std::string name() const { return first_name + ' ' + last_name; }
};

struct RegisterList {
  RegisterDesk desk;
  std::string words;  ///< looked for
  std::vector<EntryRow> rows;
  ui::Pager pager;
};
void ready_page(html::Out& out, const RegisterList& list, std::string_view csrf);
void sent_page(html::Out& out, const RegisterList& list, std::string_view csrf);
void incomplete_page(html::Out& out, const RegisterList& list, std::string_view csrf);

}  // namespace sections
