#pragma once
// A letter that has not left yet, as its form shows it.

#include "letters/audience.hpp"
#include "ui/form.hpp"

namespace letters {

inline constexpr size_t longest_subject = 150, longest_body = 20'000;  // characters

struct Draft {
  std::optional<LetterId> id;
  std::string subject, body;
  Audience audience;
  bool answers = true;
  ui::Errors errors = {};
};

struct DraftPage {
  const Place& place;
  const Head& head;
  const Draft& draft;
  const std::vector<Group>& groups;
  Size size;
  const std::vector<SavedAudience>& saved;
};
void draft_page(html::Out& out, const DraftPage& page, std::string_view csrf);

}  // namespace letters
