#pragma once
// One line of a membership file, read with a matching into what the register keeps (S06, S07). Nothing is refused but a
// line without a first or last name; a line that nobody can be written to is incomplete; the rest is told as findings.

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sections/register_columns.hpp"

namespace sections {

enum class Sex : unsigned char { unsaid, woman, man };

/// note: changed for the better; warning: left out or doubtful; error: the line is refused.
enum class Severity : unsigned char { note, warning, error };

enum class FindingKind : unsigned char {
  missing_name,   // error
  too_long,       // error for a name, else warning and left out
  number_taken,   // error: another person of the file has this register number
  missing_email,  // warning, makes the line incomplete; likewise the next three
  invalid_email,
  several_emails,
  shared_email,
  suspect_email,     // warning only: gmial.com
  suspect_name,      // warning: a digit, an @…
  invalid_date,      // warning, left out
  invalid_phone,     // warning, left out
  invalid_postcode,  // warning, kept as typed
  unknown_country,   // warning, left out
  unknown_sex,       // warning, left out
  unknown_dues,      // warning, left out
  repaired,          // note: 1000 → 01000
  same_person        // note: merged with a line above
};

/// The name for reports that are kept: "missing_email"…
std::string_view key(FindingKind kind);

struct Finding {
  Field field{};
  Severity severity{};
  FindingKind kind{};
  std::string message;  // French; names lines, never repeats what they say
  bool operator==(const Finding&) const = default;
};

enum class Standing : unsigned char { ready, incomplete, refused, merged };
/// Why nobody can be written to (S06).
enum class Incomplete : unsigned char { missing, invalid, shared };

struct RegisterLine {
  size_t line = 0;  // as in tables::Row
  std::string number;
  std::optional<std::chrono::year_month_day> joined_on;
  Sex sex = Sex::unsaid;
  std::string first_name;
  std::string last_name;
  std::optional<std::chrono::year_month_day> born_on;
  std::string email;        // lower case, domain in ASCII; empty when missing or invalid
  std::string typed_email;  // what stood there instead of one address, for whoever corrects it
  std::string phone;        // E.164: +33383001122
  std::string mobile;       // E.164
  std::string address;      // lines separated by \n
  std::string postcode;
  std::string city;
  std::string country;  // its French name: «Belgique»; empty when not said
  std::string dues;     // as register_dues.hpp keeps it; empty when not said
  std::vector<Finding> findings;
  std::optional<size_t> merged_into;  // line of the same person above (register_duplicates.hpp)

  [[nodiscard]] Standing standing() const;
  [[nodiscard]] std::optional<Incomplete> incomplete() const;
};

/// `today` tells future dates and the century of two-digit years. Nothing comes back when no matched cell holds
/// anything.
std::optional<RegisterLine> parse_register_line(size_t line, std::span<const std::string> cells,
                                                const Matching& matching, std::chrono::year_month_day today);

}  // namespace sections
