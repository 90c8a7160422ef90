#include "members/card.hpp"

namespace members {

ui::Person person(const Card& card) {
  return {.name = card.name(),
          .href = profile_url(card.id),
          .photo = images::url(card.picture),
          .note = card.section ? *card.section : card.city.value_or("")};
}

html::Url profile_url(MemberId id) {
  return html::Url::local("/membres/" + std::to_string(id.number()));
}

}  // namespace members
