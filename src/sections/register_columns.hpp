#pragma once
// Which column of a membership file is which of the fields of «Importer mon fichier de membres» (S07). A proposal is
// made from the titles and from what the columns hold; the person corrects it.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sections {

enum class Field : unsigned char {
  number,
  joined_on,
  sex,
  first_name,
  last_name,
  born_on,
  email,
  phone,
  mobile,
  address,
  postcode,
  city,
  country,
  dues
};
inline constexpr size_t field_count = 14;

/// All of them, in the order of the form.
std::span<const Field, field_count> all_fields();
/// «N° adhérent», «Date d’adhésion»…
std::string_view label(Field field);
/// The name in forms and in the database: "number", "joined_on"…
std::string_view key(Field field);
/// First name and last name.
bool is_required(Field field);

/// Column of each field, counted from 0.
struct Matching {
  std::array<std::optional<size_t>, field_count> columns;

  [[nodiscard]] std::optional<size_t> operator[](Field field) const { return columns[static_cast<size_t>(field)]; }
  void set(Field field, std::optional<size_t> column) { columns[static_cast<size_t>(field)] = column; }
  bool operator==(const Matching&) const = default;
};

/// What is wrong with a matching that a person sent, in French: a required field without a column, a column taken
/// twice, a column that the file does not have. Empty when it can be used.
std::optional<std::string> fault_of(const Matching& matching, size_t columns);

/// guessed: by what the column holds; likely: by a title close to the field's; certain: by a title that says just that.
enum class Confidence : unsigned char { none, guessed, likely, certain };

struct Proposal {
  Matching matching;
  std::array<Confidence, field_count> confidence{};
  size_t skipped_rows = 0;          // rows at the start that are no people: a heading, the titles
  std::vector<std::string> titles;  // what to show above each column: its title, else «Colonne 3»

  [[nodiscard]] bool has_titles() const { return skipped_rows > 0; }
  [[nodiscard]] Confidence operator[](Field field) const { return confidence[static_cast<size_t>(field)]; }
};

/// `rows` are the first rows of the file (tables::read_head), titles included.
Proposal propose_matching(std::span<const std::vector<std::string>> rows);

}  // namespace sections
