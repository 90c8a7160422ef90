#include "sections/powers.hpp"

namespace sections {
namespace {

constexpr PowerWords all[] = {
    {"members", "Membres",
     "Voir tous les membres et leurs coordonnées, tenir les listes et les zones, répondre aux demandes, retirer "
     "quelqu’un de la section."},
    {"invitations", "Invitations",
     "Tenir la liste des personnes à inviter, corriger leurs fiches, envoyer et renvoyer les invitations."},
    {"messages", "Messages",
     "Écrire à la section, à ses listes et à ses zones, sans voir les adresses ; tenir le message d’accueil."},
    {"events", "Événements",
     "Organiser les événements de la section comme s’ils étaient les siens : les changer, inviter, relancer, annuler, "
     "en faire le bilan."},
    {"figures", "Chiffres",
     "Voir les chiffres de la section, semaine après semaine : ils ne désignent jamais une personne."},
};

}  // namespace

std::span<const PowerWords> powers() {
  return all;
}

std::string_view power_label(std::string_view code) {
  for (const auto& power : all)
    if (power.code == code) return power.label;
  return "";
}

}  // namespace sections
