#pragma once

#include "letters/outsiders.hpp"

namespace letters {

struct ContactCounts {
  std::int64_t all, bounced, refused, just_removed;
};
struct ContactRow {
  ContactId id;
  std::string first_name, last_name, organisation, email, origin;
  std::optional<pg::Date> consented_on;
  std::string recorder;
  pg::Time recorded_at;
  std::optional<std::string> bounce;  ///< why mail does not arrive there
};
struct ContactsPage {
  Head head;
  ContactCounts counts;
  std::string words;
  std::vector<ContactRow> rows;
  ui::Pager pager;
};
void contacts_page(html::Out& out, const ContactsPage& page, std::string_view csrf);

}  // namespace letters
