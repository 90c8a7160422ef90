#pragma once
// The content lines of a vCard: unfolded, cut into name, parameters and value, and their texts made readable.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace contacts {

class VcardLines {
 public:
  explicit VcardLines(std::string_view text) : rest_(text) {}
  /// The next line with all that was folded under it, cut where it is longer than any name or address. In version 2.1
  /// the blank that folds belongs to the text.
  bool next(std::string& line, bool blank_belongs);

 private:
  std::string_view physical();
  std::string_view rest_;
};

struct VcardProperty {
  std::string name;  // upper case, without the group: "EMAIL" of «item1.EMAIL»
  std::string charset;
  bool quoted_printable = false, base64 = false;
  std::string_view value;
};
/// Nothing when the line is no property. The value lives as long as the line.
std::optional<VcardProperty> read_property(std::string_view line);

/// The value as it was meant, still escaped: its octets, or as UTF-8. "" for base64.
std::string octets(const VcardProperty& property);
std::string words(const VcardProperty& property);
/// Cut at the semicolons that are not escaped, and unescaped: the parts of N. A text has one part, whatever its commas.
std::vector<std::string> parts(std::string_view value);
std::string unescaped(std::string_view value);

}  // namespace contacts
