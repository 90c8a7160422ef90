#include "letters/outsiders_file.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

#include "contacts/columns.hpp"
#include "contacts/vcard.hpp"
#include "core/tables/read.hpp"
#include "core/text/email.hpp"
#include "core/text/fold.hpp"
#include "letters/outsider.hpp"

namespace letters {
namespace {

using contacts::Part;

constexpr size_t shown = 60;  // octets of a refused line

std::string cut(std::string_view words, size_t longest) {
  auto clean = text::tidy(words);
  while (text::length(clean) > longest) {
    do clean.pop_back();
    while ((clean.back() & 0xC0) == 0x80);
  }
  return clean;
}

std::string fault_words(email::Fault fault) {
  if (fault == email::Fault::missing) return "Il manque l’adresse de courriel.";
  if (fault == email::Fault::several) return "Il y a plusieurs adresses : garde la bonne.";
  if (fault == email::Fault::accent) return "Il y a un accent dans l’adresse : corrige-la.";
  return "Ce n’est pas une adresse de courriel : corrige-la.";
}

struct Given {
  std::string first, last, whole, organisation, address;
};

class Taker {
 public:
  bool take(size_t line, const Given& given) {
    if (file.contacts.size() >= most_contacts || file.refused.size() >= most_contacts) {
      file.problem = "Ce fichier a plus de 5\u202f000 contacts. Partage-le en plusieurs fichiers.";
      return false;
    }
    const auto read = email::read(given.address);
    if (read.fault != email::Fault::none) return refuse(line, given, fault_words(read.fault));
    if (const auto [at, fresh] = lines_.emplace(read.address, line); !fresh)
      return refuse(line, given, "Cette adresse est déjà à la ligne " + std::to_string(at->second) + '.');
    file.contacts.push_back(named(line, given, read.address));
    return true;
  }
  ContactsFile file;

 private:
  bool refuse(size_t line, const Given& given, std::string why) {
    auto said = text::tidy(given.first + ' ' + given.last + ' ' + given.whole + ' ' + given.address);
    file.refused.push_back({line, cut(said, shown), std::move(why)});
    return true;
  }

  // A name is needed to tell people apart: the organisation's, or the address, where there is no other.
  static FileContact named(size_t line, const Given& given, const std::string& address) {
    FileContact contact{line, cut(given.first, longest_name), cut(given.last, longest_name),
                        cut(given.organisation, longest_organisation), address};
    if (contact.last_name.empty()) {
      const auto whole = cut(given.whole, longest_name);
      const auto space = whole.rfind(' ');
      if (contact.first_name.empty() && space != whole.npos) contact.first_name = whole.substr(0, space);
      contact.last_name = space == whole.npos ? whole : whole.substr(space + 1);
    }
    if (contact.last_name.empty()) std::swap(contact.last_name, contact.first_name);
    if (contact.last_name.empty()) contact.last_name = cut(contact.organisation, longest_name);
    if (contact.last_name.empty()) contact.last_name = cut(address, longest_name);
    return contact;
  }

  std::unordered_map<std::string, size_t> lines_;
};

class Sheet {
 public:
  bool take(const tables::Row& row) {
    if (!begun_) {
      begun_ = true;
      if (std::ranges::none_of(row.cells, holds_address)) {
        for (const auto& cell : row.cells) parts_.push_back(contacts::part_of(cell));
        if (std::ranges::find(parts_, Part::address) != parts_.end()) return true;
        taker.file.problem = "Aucune colonne ne s’appelle « Courriel » dans ce fichier : donne-lui ce titre.";
        return false;
      }
      parts_ = without_titles(row.cells);
    }
    Given given;
    for (size_t i = 0; i < std::min(row.cells.size(), parts_.size()); ++i) put(given, parts_[i], row.cells[i]);
    return taker.take(row.line, given);
  }
  Taker taker;

 private:
  static bool holds_address(const std::string& cell) { return cell.find('@') != cell.npos; }

  // Prénom, nom, organisation, around the address.
  static std::vector<Part> without_titles(std::span<const std::string> cells) {
    std::vector<Part> parts;
    std::array order{Part::first, Part::last, Part::organisation};
    size_t next = 0;
    for (const auto& cell : cells)
      parts.push_back(holds_address(cell) ? Part::address : next < order.size() ? order[next++] : Part::none);
    return parts;
  }

  static void put(Given& given, Part part, const std::string& cell) {
    std::string* const into = part == Part::whole          ? &given.whole
                              : part == Part::first        ? &given.first
                              : part == Part::last         ? &given.last
                              : part == Part::organisation ? &given.organisation
                              : part == Part::address      ? &given.address
                                                           : nullptr;
    if (into && into->empty()) *into = cell;
  }

  std::vector<Part> parts_;
  bool begun_ = false;
};

ContactsFile read_cards(std::string_view bytes) {
  const auto book = contacts::read_vcards(bytes);
  if (!book.problem.empty()) return {.problem = book.problem};
  Taker taker;
  size_t card = 0;
  for (const auto& contact : book.contacts)
    if (!taker.take(++card, {.whole = contact.name, .address = contact.addresses.front()})) break;
  if (book.without_address > 0)
    taker.file.refused.push_back({0, std::to_string(book.without_address) + " fiches", "Il n’y a pas de courriel."});
  return std::move(taker.file);
}

}  // namespace

ContactsFile read_contacts(std::string_view bytes) {
  if (bytes.size() > contacts_file_bytes)
    return {.problem = "Ton fichier pèse plus de 8\u00a0Mo. Partage-le en plusieurs."};
  if (contacts::is_vcard(bytes)) return read_cards(bytes);
  Sheet sheet;
  const auto summary = tables::read(bytes, [&](const tables::Row& row) { return sheet.take(row); });
  if (summary.problem) return {.problem = tables::message(*summary.problem)};
  if (sheet.taker.file.problem.empty() && sheet.taker.file.contacts.empty() && sheet.taker.file.refused.empty())
    sheet.taker.file.problem = "Il n’y a personne dans ce fichier.";
  return std::move(sheet.taker.file);
}

}  // namespace letters
