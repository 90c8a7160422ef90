#pragma once
// Local commitments, mandates and responsibilities: the words of their lists. The database keeps the values.

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "ui/form.hpp"

namespace self {

/// One line of one of these lists.
struct Activity {
  std::string kind;  ///< commitment, mandate, duty, mjs
  std::string what;
  std::string detail;
};

inline constexpr int lines_of_each = 3;

inline constexpr std::array commitments{
    ui::Option{.value = "association", .label = "Association"},
    ui::Option{.value = "syndicat", .label = "Syndicat"},
    ui::Option{.value = "parents", .label = "Parents d’élèves"},
    ui::Option{.value = "quartier", .label = "Conseil de quartier ou comité d’habitants"},
    ui::Option{.value = "collectif", .label = "Collectif"},
    ui::Option{.value = "solidarite", .label = "Entraide et solidarité"},
    ui::Option{.value = "club", .label = "Club sportif ou culturel"},
    ui::Option{.value = "autre", .label = "Autre"},
};

inline constexpr std::array mandates{
    ui::Option{.value = "conseil-municipal", .label = "Membre du conseil municipal", .group = "Commune"},
    ui::Option{.value = "adjoint", .label = "Adjointe ou adjoint au maire", .group = "Commune"},
    ui::Option{.value = "maire", .label = "Maire", .group = "Commune"},
    ui::Option{.value = "maire-delegue", .label = "Maire délégué·e", .group = "Commune"},
    ui::Option{.value = "conseil-arrondissement", .label = "Membre d’un conseil d’arrondissement", .group = "Commune"},
    ui::Option{.value = "maire-arrondissement", .label = "Maire d’arrondissement", .group = "Commune"},
    ui::Option{
        .value = "conseil-communautaire", .label = "Membre du conseil communautaire", .group = "Intercommunalité"},
    ui::Option{.value = "vp-intercommunalite", .label = "Vice-présidence", .group = "Intercommunalité"},
    ui::Option{.value = "president-intercommunalite", .label = "Présidence", .group = "Intercommunalité"},
    ui::Option{.value = "conseil-departemental", .label = "Membre du conseil départemental", .group = "Département"},
    ui::Option{.value = "vp-departement", .label = "Vice-présidence", .group = "Département"},
    ui::Option{.value = "president-departement", .label = "Présidence", .group = "Département"},
    ui::Option{.value = "conseil-regional", .label = "Membre du conseil régional", .group = "Région"},
    ui::Option{.value = "vp-region", .label = "Vice-présidence", .group = "Région"},
    ui::Option{.value = "president-region", .label = "Présidence", .group = "Région"},
    ui::Option{.value = "depute", .label = "Députée ou député", .group = "Nation et Europe"},
    ui::Option{.value = "senateur", .label = "Sénatrice ou sénateur", .group = "Nation et Europe"},
    ui::Option{
        .value = "depute-europeen", .label = "Députée ou député au Parlement européen", .group = "Nation et Europe"},
    ui::Option{.value = "gouvernement", .label = "Membre du gouvernement", .group = "Nation et Europe"},
    ui::Option{
        .value = "francais-etranger", .label = "Élue ou élu des Français de l’étranger", .group = "Nation et Europe"},
};

inline constexpr std::array duties{
    ui::Option{.value = "secretaire-section", .label = "Secrétaire de section", .group = "Section"},
    ui::Option{.value = "secretaire-adjoint", .label = "Secrétaire de section adjoint·e", .group = "Section"},
    ui::Option{.value = "tresorier-section", .label = "Trésorerie de section", .group = "Section"},
    ui::Option{.value = "bureau-section", .label = "Membre du bureau de section", .group = "Section"},
    ui::Option{.value = "premier-federal", .label = "Première ou premier secrétaire fédéral", .group = "Fédération"},
    ui::Option{.value = "secretaire-federal", .label = "Secrétaire fédérale ou fédéral", .group = "Fédération"},
    ui::Option{.value = "tresorier-federal", .label = "Trésorerie fédérale", .group = "Fédération"},
    ui::Option{.value = "bureau-federal", .label = "Membre du bureau fédéral", .group = "Fédération"},
    ui::Option{.value = "conseil-federal", .label = "Membre du conseil fédéral", .group = "Fédération"},
    ui::Option{.value = "referent-web", .label = "Référent·e web fédéral·e", .group = "Fédération"},
    ui::Option{.value = "secretaire-regional", .label = "Secrétaire régionale ou régional", .group = "Région"},
    ui::Option{.value = "comite-regional", .label = "Membre du comité régional", .group = "Région"},
    ui::Option{.value = "premier-secretaire", .label = "Première ou premier secrétaire", .group = "National"},
    ui::Option{.value = "secretaire-national", .label = "Secrétaire nationale ou national", .group = "National"},
    ui::Option{.value = "delegue-national", .label = "Déléguée ou délégué national", .group = "National"},
    ui::Option{.value = "bureau-national", .label = "Membre du bureau national", .group = "National"},
    ui::Option{.value = "conseil-national", .label = "Membre du conseil national", .group = "National"},
};

inline bool holds(std::span<const ui::Option> options, std::string_view value) {
  return std::ranges::any_of(options, [&](const ui::Option& option) { return option.value == value; });
}

}  // namespace self
