#pragma once
// The lines of a file of sections to open (S11): name, postcode, town, and who will be its secretary.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace federations {

inline constexpr size_t most_lines = 1000;

struct OpeningLine {
  size_t number = 0;  ///< as a spreadsheet counts
  std::string name, postcode, city, first_name, last_name, email;
  std::string fault;  ///< why it cannot be taken, in French; empty when it can

  [[nodiscard]] bool invites() const { return !email.empty(); }
};

struct OpeningFile {
  std::vector<OpeningLine> lines;
  std::string problem;  ///< of the whole file, in French
};

/// Of the bytes of a .csv or .xlsx, whose first line says what each column holds.
OpeningFile read_opening_file(std::string_view bytes);

/// A line as a form carries it from the preview to the act, and back; checked again.
std::string packed(const OpeningLine& line);
OpeningFile unpacked(const std::vector<std::string_view>& lines);

}  // namespace federations
