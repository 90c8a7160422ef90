#include "contacts/columns.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/fold.hpp"

namespace contacts {
namespace {

struct Title {
  std::string_view folded;
  Part part;
};
constexpr Title titles[] = {
    {"name", Part::whole},
    {"full name", Part::whole},
    {"display name", Part::whole},
    {"nom complet", Part::whole},
    {"nom a afficher", Part::whole},
    {"nom d affichage", Part::whole},
    {"nom et prenom", Part::whole},
    {"first name", Part::first},
    {"given name", Part::first},
    {"prenom", Part::first},
    {"last name", Part::last},
    {"family name", Part::last},
    {"surname", Part::last},
    {"nom", Part::last},
    {"nom de famille", Part::last},
    {"company", Part::organisation},
    {"organization", Part::organisation},
    {"organization name", Part::organisation},
    {"societe", Part::organisation},
    {"organisation", Part::organisation},
    {"entreprise", Part::organisation},
    {"association", Part::organisation},
};
constexpr std::array<std::string_view, 5> address_words{"mail", "email", "courriel", "messagerie", "electronique"};

}  // namespace

Part part_of(std::string_view title) {
  const auto folded = text::fold(title);
  const auto padded = ' ' + folded + ' ';
  for (const auto word : address_words)
    if (padded.find(' ' + std::string(word) + ' ') != padded.npos) return Part::address;
  const auto* found = std::ranges::find(titles, folded, &Title::folded);
  return found == std::end(titles) ? Part::none : found->part;
}

}  // namespace contacts
