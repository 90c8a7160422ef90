#include "sections/import_view.hpp"

#include <array>

namespace sections {

std::string import_path(SpaceId section, ImportId import, std::string_view rest) {
  return section_path(section, "/gestion/importer/" + std::to_string(import.number()) + std::string(rest));
}
html::Url import_url(SpaceId section, ImportId import, std::string_view rest) {
  return html::Url::local(import_path(section, import, rest));
}

void import_steps(html::Out& out, int current) {
  const std::array steps{ui::Step{"Choisir le fichier"}, ui::Step{"Vérifier les colonnes"}, ui::Step{"Résultat"}};
  ui::stepper(out, steps, current);
}

}  // namespace sections
