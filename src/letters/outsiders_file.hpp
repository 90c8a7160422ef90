#pragma once
// Contacts out of a file: .csv and .xlsx with titles or without, .vcf as telephones make it.

#include <string>
#include <string_view>
#include <vector>

namespace letters {

inline constexpr size_t most_contacts = 5000;
inline constexpr size_t contacts_file_bytes = size_t{8} << 20;

struct FileContact {
  size_t line;  ///< of the sheet; of a .vcf, the how manieth
  std::string first_name, last_name, organisation, email;
};
struct RefusedLine {
  size_t line;
  std::string text;  ///< what stood there, shortened
  std::string why;   ///< in French, with the remedy
};
struct ContactsFile {
  std::vector<FileContact> contacts = {};
  std::vector<RefusedLine> refused = {};
  std::string problem = {};  ///< in French; the rest is then worth nothing
};
ContactsFile read_contacts(std::string_view bytes);

}  // namespace letters
