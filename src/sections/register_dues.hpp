#pragma once
// What a membership file says of somebody's dues (X09): yes, no, a year, or the day of the last payment.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sections {

/// As the register keeps it: "yes", "no", "2026", "2026-03-14"; "" when nothing stands there, nothing when it is not
/// understood. `typed` is tidy.
std::optional<std::string> read_dues(std::string_view typed, std::chrono::year_month_day today);

/// «À jour», «Pas à jour», «Réglée en 2026», «Réglée le 14 mars 2026».
std::string dues_words(std::string_view dues);
/// Paid for this year?
bool dues_current(std::string_view dues, std::chrono::year_month_day today);

}  // namespace sections
