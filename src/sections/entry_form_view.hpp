#pragma once

#include <optional>

#include "sections/entry.hpp"
#include "sections/ids.hpp"
#include "sections/register_desk.hpp"

namespace sections {

struct EntryPage {
  RegisterDesk desk;
  std::optional<EntryId> entry;  ///< none: a new one
  EntryForm form;
  bool invited = false;
};
void entry_page(html::Out& out, const EntryPage& page, std::string_view csrf);

}  // namespace sections
