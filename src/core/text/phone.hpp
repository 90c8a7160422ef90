#pragma once
// Telephone numbers as they are written in France, overseas included, in E.164: «06.12.34.56.78» is "+33612345678".

#include <string>
#include <string_view>

namespace phone {

struct Read {
  std::string number;          // E.164; empty when it cannot be one
  std::string second;          // when two stand together
  bool zero_was_lost = false;  // 612345678, as a spreadsheet makes it
};

Read read(std::string_view typed);

/// Can it receive text messages?
bool is_mobile(std::string_view e164);

/// «06 12 34 56 78» for France, «+41 44 …» as it is for elsewhere, with no-break spaces.
std::string shown(std::string_view e164);

}  // namespace phone
