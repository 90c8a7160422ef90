#include "contacts/book.hpp"

#include <algorithm>

#include "contacts/csv_book.hpp"
#include "contacts/vcard.hpp"
#include "core/text/email.hpp"
#include "core/text/fold.hpp"

namespace contacts {
namespace {

constexpr size_t longest_name = 80;      // characters
constexpr size_t longest_address = 400;  // octets, with what copying leaves around it
constexpr size_t addresses_of_one = 10;  // the rest of a contact's is not looked at
// Of contacts, with or without address, and of texts with an @: what a hostile file may cost.
constexpr size_t most_tries = 2 * max_addresses;

constexpr std::string_view too_many =
    "Ton carnet a plus de 5\u202f000 adresses. Partage-le en plusieurs fichiers, et commence par le plus utile.";

std::string shown(std::string_view name) {
  auto clean = text::tidy(name.substr(0, longest_name * 8));
  size_t characters = 0, end = 0;
  while (end < clean.size() && ((clean[end] & 0xC0) == 0x80 || characters++ < longest_name)) ++end;
  clean.resize(end);
  return clean;
}

}  // namespace

// «a@x.fr ::: b@y.fr» (Google), «a@x.fr; b@y.fr».
void Collector::read_addresses(std::string_view text, std::vector<std::string>& into) {
  while (!text.empty() && into.size() < addresses_of_one) {
    const auto end = std::min(text.find_first_of(",;\n"), std::min(text.find(" ::: "), text.size()));
    const auto one = text.substr(0, end);
    text.remove_prefix(std::min(end + (text.substr(end).starts_with(" ::: ") ? 5 : 1), text.size()));
    if (one.find('@') == one.npos || one.size() > longest_address) continue;
    if (++tries_ > most_tries) return;
    if (auto read = email::read(one); read.fault == email::Fault::none) into.push_back(std::move(read.address));
  }
}

bool Collector::add(std::string_view name, const std::vector<std::string>& addresses) {
  ++contacts_;
  std::vector<std::string> read;
  for (const auto& text : addresses) read_addresses(text, read);
  if (read.empty()) {
    ++book_.without_address;
    return !full();
  }
  Contact contact{.name = shown(name)};
  for (auto& address : read)
    if (known_.insert(address).second) contact.addresses.push_back(std::move(address));
  if (!contact.addresses.empty()) book_.contacts.push_back(std::move(contact));
  return !full();
}

bool Collector::full() const {
  return known_.size() > max_addresses || contacts_ > most_tries || tries_ > most_tries;
}

Book Collector::finish() {
  if (full())
    book_.problem = too_many;
  else if (book_.contacts.empty())
    book_.problem = "Il n’y a aucune adresse de courriel dans ce fichier. Exporte tes contacts avec leurs courriels.";
  return std::move(book_);
}

Book read_book(std::string_view bytes) {
  if (bytes.size() > max_file_bytes)
    return {.problem = "Ton fichier pèse plus de 8\u00a0Mo. Exporte tes contacts sans leurs photos, ou en .csv."};
  return is_vcard(bytes) ? read_vcards(bytes) : read_csv(bytes);
}

}  // namespace contacts
