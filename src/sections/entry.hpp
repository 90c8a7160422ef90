#pragma once
// One person of the register as the secretary types them: the same 13 fields as a file's line, read by the same rules;
// but whatever a file's line would leave aside is told beside its field.

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <tuple>

#include "sections/register_line.hpp"
#include "ui/form.hpp"

namespace sections {

struct EntryForm {
  std::array<std::string, field_count> cells;
  std::string kind = "adherent";
  ui::Errors errors;

  [[nodiscard]] const std::string& operator[](Field field) const { return cells[static_cast<size_t>(field)]; }
};

/// Nothing, and errors, when something must be typed again. No address is no error: the person then waits among the
/// incomplete.
std::optional<RegisterLine> check(EntryForm& form, std::chrono::year_month_day today);

/// What the database keeps of a line, in the order of register_entry's columns: number, joined_on, sex, first_name,
/// last_name, birth_date, email, typed_email, phone, mobile, address, postcode, city, country, incomplete.
using Text = std::optional<std::string>;
using Date = std::optional<std::chrono::year_month_day>;
using EntryValues =
    std::tuple<Text, Date, Text, std::string, std::string, Date, Text, Text, Text, Text, Text, Text, Text, Text, Text>;
EntryValues values(const RegisterLine& line);

}  // namespace sections
