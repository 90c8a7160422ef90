#include "sections/register_columns.hpp"

#include <algorithm>

namespace sections {

namespace {

struct Said {
  std::string_view key, label, with_article;
};

constexpr std::array<Said, field_count> said{{{"number", "N° adhérent", "le n° adhérent"},
                                              {"joined_on", "Date d’adhésion", "la date d’adhésion"},
                                              {"sex", "Sexe", "le sexe"},
                                              {"first_name", "Prénom", "le prénom"},
                                              {"last_name", "Nom", "le nom"},
                                              {"born_on", "Date de naissance", "la date de naissance"},
                                              {"email", "Courriel", "le courriel"},
                                              {"phone", "Téléphone", "le téléphone"},
                                              {"mobile", "Portable", "le portable"},
                                              {"address", "Adresse", "l’adresse"},
                                              {"postcode", "Code postal", "le code postal"},
                                              {"city", "Ville", "la ville"},
                                              {"country", "Pays", "le pays"},
                                              {"dues", "Cotisation", "la cotisation"}}};

constexpr auto fields = [] {
  std::array<Field, field_count> all{};
  for (size_t i = 0; i < field_count; ++i) all[i] = static_cast<Field>(i);
  return all;
}();

const Said& words(Field field) {
  return said[static_cast<size_t>(field)];
}

}  // namespace

std::span<const Field, field_count> all_fields() {
  return fields;
}
std::string_view key(Field field) {
  return words(field).key;
}
std::string_view label(Field field) {
  return words(field).label;
}
bool is_required(Field field) {
  return field == Field::first_name || field == Field::last_name;
}

std::optional<std::string> fault_of(const Matching& matching, size_t columns) {
  for (const Field field : fields) {
    const auto column = matching[field];
    const std::string what(words(field).with_article);
    if (!column && is_required(field)) return "Choisis la colonne où se trouve " + what + ".";
    if (!column) continue;
    if (*column >= columns)
      return "La colonne choisie pour " + what + " n’est pas dans ton fichier. Choisis-en une autre.";
    const auto* same = std::ranges::find_if(fields, [&](Field other) { return matching[other] == column; });
    if (*same != field)
      return "La même colonne est choisie pour " + std::string(words(*same).with_article) + " et pour " + what +
             ". Choisis-en une autre pour l’un des deux.";
  }
  return {};
}

}  // namespace sections
