#include "core/mail/fault.hpp"

namespace mail {

std::string_view fault_words(std::string_view code) {
  if (code == "unknown") return "Cette adresse n’existe pas, ou plus.";
  if (code == "domain") return "Ce qui suit l’arobase n’existe pas : une faute de frappe ?";
  if (code == "full") return "La boîte est pleine.";
  if (code == "blocked") return "La messagerie de cette personne refuse nos courriels.";
  return "La messagerie de cette personne a refusé le courriel.";
}

}  // namespace mail
