#pragma once
// The entries of a section's register, one at a time.

#include <optional>
#include <string>

#include "core/pg/batch.hpp"
#include "sections/entry.hpp"
#include "sections/ids.hpp"
#include "ui/page.hpp"

namespace sections {

struct StoredEntry {
  std::string number, joined_on, sex, first_name, last_name, born_on, email, phone, mobile, address, postcode, city,
      country, kind;
  bool invited;
};
/// Somebody who has not come in yet.
extern const pg::Statement<StoredEntry(SpaceId, EntryId)> stored_entry;
EntryForm form_of(const StoredEntry& entry);

/// How an entry stands after a write.
struct EntryState {
  EntryId id;
  std::string first_name, last_name;
  std::optional<std::string> incomplete, sharers;
  bool invited;
};
extern const pg::Statement<EntryState(SpaceId, EntryId)> entry_state;
/// «Albin Mercadier est prêt à être invité.»
ui::Flash told(const EntryState& state);

/// (section, kind, values…) → the new entry; no row when that number, or that name with that address, is there already.
extern const pg::Statement<EntryId(SpaceId, std::string, Text, Date, Text, std::string, std::string, Date, Text, Text,
                                   Text, Text, Text, Text, Text, Text, Text)>
    add_entry;
/// (section, entry, kind, values…) → the entry; no row when the number is another person's. A new address makes an
/// invitation to the former one void; the same again trusts one that came back.
extern const pg::Statement<EntryId(SpaceId, EntryId, std::string, Text, Date, Text, std::string, std::string, Date,
                                   Text, Text, Text, Text, Text, Text, Text, Text, Text)>
    correct_entry;
extern const pg::Statement<EntryId(SpaceId, EntryId, std::string)> give_address;
extern const pg::Statement<void(SpaceId, EntryId)> remove_entry;

}  // namespace sections
