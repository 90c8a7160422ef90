#pragma once
#include <optional>
#include <vector>

#include "events/directory/asked.hpp"
#include "events/directory/found.hpp"
#include "near/commune.hpp"
#include "ui/navigation.hpp"

namespace events {

struct DirectoryPage {
  Asked asked;
  Tally tally;
  std::optional<near::Origin> origin;  ///< the commune that distances are from
  std::vector<Card> cards;
  ui::Pager pager;
  paris::Instant now;
  std::string csrf;
};
void write(html::Out& out, const DirectoryPage& page);

/// Several communes, or none, are what was typed.
void write_choice(html::Out& out, const Asked& asked, const std::vector<near::Commune>& found);

}  // namespace events
