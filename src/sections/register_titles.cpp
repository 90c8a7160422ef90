#include "sections/register_titles.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/fold.hpp"

namespace sections {

namespace {

// Folded, one after the other between bars. A title that is one of `exact` is the field; one that holds a word of
// `words` and none of `but` comes close to it.
struct Names {
  std::string_view exact, words, but;
};

constexpr std::array<Names, field_count> names{{
    {"|n adherent|no adherent|num adherent|numero adherent|n d adherent|numero d "
     "adherent|num|numero|n|no|id|identifiant|matricule|code adherent|"
     "n carte|n de carte|numero carte|numero de carte|id adherent|ref|reference|number|n rosam|",
     "|adherent|carte|matricule|", "|nom|prenom|date|type|depuis|etat|"},
    {"|date adhesion|date d adhesion|adhesion|adherent depuis|membre depuis|date premiere adhesion|date de premiere "
     "adhesion|date 1ere adhesion|"
     "premiere adhesion|1ere adhesion|date entree|date d entree|date inscription|date d inscription|joined on|",
     "|adhesion|depuis|", "|type|mode|fin|echeance|montant|n|numero|derniere|"},
    {"|sexe|civilite|civ|genre|titre|h f|f h|m f|f m|m mme|mme m|m mme mlle|sex|gender|", "|sexe|civilite|genre|",
     "||"},
    {"|prenom|prenoms|prenom usuel|prenom adherent|prenom de l adherent|first name|firstname|given name|",
     "|prenom|prenoms|", "|nom|conjoint|"},
    {"|nom|noms|nom de famille|nom usuel|nom d usage|nom adherent|nom de l adherent|patronyme|last "
     "name|lastname|surname|family name|",
     "|nom|patronyme|", "|prenom|prenoms|section|federation|ville|commune|rue|voie|conjoint|fichier|parti|"},
    {"|date de naissance|date naissance|date naiss|naissance|ne le|nee le|ne e le|ne e|ddn|anniversaire|birthday|birth "
     "date|date of birth|born on|",
     "|naissance|naiss|ddn|", "|lieu|ville|nom|pays|departement|commune|annee|"},
    {"|courriel|e mail|email|mail|mel|adresse mail|adresse e mail|adresse email|adresse courriel|adresse "
     "electronique|courrier electronique|e mail 1|"
     "email 1|mail 1|courriel 1|email personnel|mail personnel|mail perso|",
     "|courriel|mail|email|mel|electronique|", "|2|conjoint|secondaire|refus|accepte|"},
    {"|tel|telephone|tel fixe|telephone fixe|fixe|tel domicile|telephone domicile|domicile|tel 1|telephone 1|numero de "
     "telephone|n telephone|n tel|n de telephone|"
     "tel personnel|tel perso|phone|",
     "|tel|telephone|fixe|phone|", "|portable|mobile|port|gsm|fax|2|conjoint|refus|"},
    {"|portable|mobile|tel portable|telephone portable|tel mobile|telephone mobile|gsm|cellulaire|port|tel port|n "
     "portable|n de portable|mobile phone|",
     "|portable|mobile|gsm|port|", "|2|conjoint|refus|"},
    {"|adresse|adresse postale|adresse 1|adresse1|adresse ligne 1|adresse complete|adresse domicile|rue|voie|n et "
     "rue|numero et voie|libelle voie|address|street|",
     "|adresse|rue|voie|", "|mail|email|e|electronique|courriel|complement|2|3|adresse2|adresse3|cp|ville|"},
    {"|code postal|codepostal|cp|c p|code post|postal|code postale|zip|zip code|postcode|postal code|", "|postal|cp|",
     "|adresse|ville|"},
    {"|ville|commune|localite|ville de residence|bureau distributeur|city|town|", "|ville|commune|localite|",
     "|naissance|code|insee|nom|cp|"},
    {"|pays|pays de residence|country|", "|pays|country|", "|naissance|"},
    {"|cotisation|cotisations|a jour de cotisation|a jour de cotisations|a jour cotisation|derniere cotisation|date "
     "derniere cotisation|"
     "date de derniere cotisation|cotisation reglee|cotisation payee|date de cotisation|date cotisation|annee de "
     "cotisation|annee cotisation|",
     "|cotisation|cotisations|", "|montant|type|mode|tarif|moyen|"},
}};

constexpr std::string_view others =
    "|fax|section|federation|fede|canton|circonscription|departement|region|profession|statut|commentaire|"
    "commentaires|observation|"
    "observations|remarque|remarques|bureau de vote|insee|code insee|conjoint|organisation|mandat|fonction|lieu de "
    "naissance|nom prenom|prenom nom|nom et prenom|"
    "prenom et nom|nom complet|";

bool holds(std::string_view bars, std::string_view words) {
  return bars.find("|" + std::string(words) + "|") != bars.npos;
}

bool holds_a_word_of(std::string_view title, std::string_view bars) {
  while (!title.empty()) {
    const auto end = std::min(title.find(' '), title.size());
    if (holds(bars, title.substr(0, end))) return true;
    title.remove_prefix(std::min(end + 1, title.size()));
  }
  return false;
}

}  // namespace

TitleFit fit(std::string_view title, Field field) {
  const auto folded = text::fold(title);
  const auto& [exact, words, but] = names[static_cast<size_t>(field)];
  if (folded.empty()) return TitleFit::unknown;
  if (holds(exact, folded)) return TitleFit::exact;
  if (holds(others, folded)) return TitleFit::other;
  if (holds_a_word_of(folded, words) && !holds_a_word_of(folded, but)) return TitleFit::close;
  return TitleFit::unknown;
}

}  // namespace sections
