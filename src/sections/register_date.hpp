#pragma once
// Dates as membership files hold them: 03/07/54, 1954-07-03, 3 juillet 1954, or the day number of a spreadsheet.

#include <chrono>
#include <optional>
#include <string_view>

namespace sections {

enum class DateFault : unsigned char { none, unreadable, no_such_day, future, too_old };

struct DateRead {
  std::optional<std::chrono::year_month_day> day;  // none unless the fault is none
  DateFault fault = DateFault::none;
  bool american = false;  // 12/25/1954 can only be month first
};

enum class DateOf : unsigned char { birth, joining };  // 54 is 1954 for one, and 24 is 2024 for the other

/// `typed` is tidy (core/text/fold.hpp) and not empty.
DateRead read_date(std::string_view typed, DateOf what, std::chrono::year_month_day today);

}  // namespace sections
