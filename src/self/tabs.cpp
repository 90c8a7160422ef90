#include "self/tabs.hpp"

namespace self {

std::vector<ui::Tab> tabs(Tab current) {
  const auto tab = [&](Tab which, std::string label, std::string_view path) {
    return ui::Tab{.label = std::move(label), .href = html::Url::local(path), .current = which == current};
  };
  return {tab(Tab::sign_in, "Données de connexion", "/compte"),
          tab(Tab::data, "Données personnelles", "/compte/donnees"),
          tab(Tab::visibility, "Visibilité", "/compte/visibilite"),
          tab(Tab::notifications, "Notifications", "/compte/notifications"),
          tab(Tab::reaches, "Consultations", "/compte/consultations"),
          tab(Tab::own_data, "Récupérer, supprimer", "/compte/mes-donnees")};
}

}  // namespace self
