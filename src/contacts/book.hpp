#pragma once
// An address book that somebody sent: names and e-mail addresses, read in memory and written nowhere (A14). .vcf as
// telephones make it (vCard 2.1, 3.0, 4.0), or .csv as Google, Outlook and Thunderbird make it.

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace contacts {

inline constexpr size_t max_file_bytes = size_t{8} << 20;  // some hundreds of photos come with it
inline constexpr size_t max_addresses = 5000;              // of one book, and of one person's day (26_contacts.sql)

struct Contact {
  std::string name = {};                    // UTF-8 on one line; may be empty
  std::vector<std::string> addresses = {};  // as email::read gives them; at least one, none twice in a book
};

struct Book {
  std::vector<Contact> contacts = {};
  size_t without_address = 0;  // people of whom it has no e-mail address that could be one
  std::string problem = {};    // in French, with the remedy; the rest is then worth nothing
};

Book read_book(std::string_view bytes);

/// What the readers of both formats hand their contacts to.
class Collector {
 public:
  /// Addresses as they are written, perhaps several in one text. Returns whether more is wanted.
  bool add(std::string_view name, const std::vector<std::string>& addresses);
  Book finish();

 private:
  void read_addresses(std::string_view text, std::vector<std::string>& into);
  [[nodiscard]] bool full() const;

  Book book_;
  std::unordered_set<std::string> known_;
  size_t contacts_ = 0, tries_ = 0;
};

}  // namespace contacts
