#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/pg/value.hpp"
#include "sections/office.hpp"

namespace sections {

/// Of one week that is over. Nothing: not known, or fewer than five people.
struct FiguresWeek {
  pg::Date monday;
  bool counted;  ///< the heads of that week were
  std::optional<std::int64_t> members, active;
  std::optional<std::int32_t> rate;
  std::int64_t missions;
  bool few;  ///< some took part, fewer than five
  std::optional<std::int64_t> participants, knocked, opened;
};
struct FiguresToday {
  std::optional<std::int64_t> members, active;
  std::optional<std::int32_t> rate;
  bool has_register;
};

inline constexpr std::array<int, 3> figures_periods{12, 26, 52};  // weeks

struct FiguresPage {
  SectionName section;
  FiguresToday today;
  int period;
  std::vector<FiguresWeek> weeks;  ///< oldest first
};
void figures_page(html::Out& out, const FiguresPage& page);

/// The same numbers, in the same words, as rows with their titles first.
std::vector<std::vector<std::string>> figures_rows(const std::vector<FiguresWeek>& weeks);

}  // namespace sections
